"""French numbers."""

from builders.language.numerals.rules import NumberRules, carried, listed, several, units

FRENCH_NUMBERS = NumberRules(
    decimals=",.",
    groups=" .'’",
    words=listed(
        """
        0 zéro
        1 un une
        2 deux
        3 trois
        4 quatre
        5 cinq
        6 six
        7 sept
        8 huit
        9 neuf
        10 dix
        11 onze
        12 douze
        13 treize
        14 quatorze
        15 quinze
        16 seize
        17 dix-sept
        18 dix-huit
        19 dix-neuf
        20 vingt vingts
        30 trente
        40 quarante
        50 cinquante
        60 soixante
        70 septante
        80 huitante octante
        90 nonante
        """
    ),
    ordinals=listed(
        """
        1 premier première premiers premières unième
        2 deuxième deuxièmes second seconde seconds secondes
        3 troisième troisièmes
        4 quatrième quatrièmes
        5 cinquième cinquièmes
        6 sixième sixièmes
        7 septième septièmes
        8 huitième huitièmes
        9 neuvième neuvièmes
        10 dixième dixièmes
        11 onzième
        12 douzième
        13 treizième
        14 quatorzième
        15 quinzième
        16 seizième
        17 dix-septième
        18 dix-huitième
        19 dix-neuvième
        20 vingtième
        30 trentième
        40 quarantième
        50 cinquantième
        60 soixantième
        100 centième centièmes
        """
    ),
    scales=listed(
        """
        100 cent cents
        1000 mille milliers
        1000000 million millions
        1000000000 milliard milliards
        1000000000000 billion billions
        """
    ),
    unsure=several("un une neuf second seconde seconds secondes premier première premiers premières milliers"),
    carried=carried(
        """
        deux double* deuxi* second* deux-* ambo* couple* paire* tou*: 2
        un une l' premi* seul* unique* uni* le la: 1
        aucun* nul* nulle zéros zero* vide* rien sans pas jamais: 0
        demi* moitié mi-* milieu: 1/2 50 30 6 2 90 18
        quart* trimestre* : 1/4 25 15 3 4
        tiers triple* trimestr*: 3 1/3
        triennal*: 3
        quadrupl* quadrienn*: 4
        biennal* bisann* bimestr* bimens* bihebdo*: 2
        quinquenn*: 5
        semestr*: 6 1/2
        septenn*: 7
        huitaine*: 7 8
        dizaine* décennie* décimal* décupl*: 10
        douzaine*: 12
        quinzaine*: 14 15 2
        vingtaine*: 20
        trentaine*: 30
        quarantaine*: 40
        cinquantaine*: 50
        soixantaine*: 60
        centaine* siècle* centenaire*: 100
        millier* mille* million* milliard*: 1000 1
        semaine* hebdomadaire*: 1 7
        jour* journée* quotidien* lendemain: 1 24
        heure* horaire*: 1 60
        minute*: 1 60
        mois mensuel*: 1 30 31
        an ans année* annuel*: 1 12 52 365
        permanence permanent*: 24 24/7
        midi: 12
        minuit: 0 12 24
        binaire*: 2 1 0
        octal*: 8
        hexadécima*: 16
        entière* total* complèt* tout*: 100
        zéro*: 0
        """
    ),
    among="(?:sur|parmi|de|des|d')(?: (?:les|chaque))?",
    joiner="et",
    has_twenties=True,
    suffixes="ers?|res?|ères?|ièmes?|e|es|ème|èmes|nde?s?|des?",
    percent="pour ?cent|p\\. ?100",
    months=listed(
        """
        1 janvier janv
        2 février févr
        3 mars
        4 avril avr
        5 mai
        6 juin
        7 juillet juil juill
        8 août
        9 septembre sept
        10 octobre oct
        11 novembre nov
        12 décembre déc
        """
    ),
    of=" ",
    to="à|au|a|jusqu'à",
    between="entre",
    also_to="et",
    hours="h|heures?",
    afternoon="de l'après-midi|du soir",
    morning="du matin",
    units=units(
        """
        second secondes seconde sec
        minute minute minutes min mn
        hour heure heures h
        day jour jours journées
        week semaine semaines
        month mois
        year an ans année années
        euro euro euros d’euros d’euro eur €
        dollar dollar dollars de_dollars usd $
        metre mètre mètres
        kilometre kilomètre kilomètres km
        """
    ),
)
