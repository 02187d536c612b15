"""English numbers."""

from builders.language.numerals.rules import NumberRules, carried, listed, units

ENGLISH_NUMBERS = NumberRules(
    decimals=".",
    groups=" ,'’",
    words=listed(
        """
        0 zero nought
        1 one
        2 two
        3 three
        4 four
        5 five
        6 six
        7 seven
        8 eight
        9 nine
        10 ten
        11 eleven
        12 twelve
        13 thirteen
        14 fourteen
        15 fifteen
        16 sixteen
        17 seventeen
        18 eighteen
        19 nineteen
        20 twenty
        30 thirty
        40 forty
        50 fifty
        60 sixty
        70 seventy
        80 eighty
        90 ninety
        """
    ),
    ordinals=listed(
        """
        1 first
        2 second
        3 third
        4 fourth
        5 fifth
        6 sixth
        7 seventh
        8 eighth
        9 ninth
        10 tenth
        11 eleventh
        12 twelfth
        13 thirteenth
        14 fourteenth
        15 fifteenth
        16 sixteenth
        17 seventeenth
        18 eighteenth
        19 nineteenth
        20 twentieth
        30 thirtieth
        40 fortieth
        50 fiftieth
        60 sixtieth
        70 seventieth
        80 eightieth
        90 ninetieth
        100 hundredth
        """
    ),
    scales=listed(
        """
        100 hundred hundreds
        1000 thousand thousands k
        1000000 million millions mn
        1000000000 billion billions bn
        1000000000000 trillion trillions
        """
    ),
    unsure=frozenset(
        {"one", "first", "second", "nought", "k", "third", "mn", "bn", "hundreds", "thousands", "millions"}
    ),
    carried=carried(
        """
        both twice double* twin* pair* couple* second* dual two-*: 2
        once single alone only a an sole initial* first* one* unit*: 1
        no none null empty nothing never not without naught zeros zeroes zero-*: 0
        half halves halfway: 1/2 50 30 6 2
        quarter quarters: 1/4 25 15 3 4
        third thirds thrice triple* three-*: 3 1/3
        quadrupl* fourfold: 4
        dozen dozens: 12
        decade decades tenfold: 10
        fortnight fortnights: 2 14 15
        week weeks weekly weekend: 1 7 5 2 8 14 15
        day days daily overnight tomorrow yesterday: 1 24
        hour hours hourly: 1 60
        minute minutes: 1 60
        month months monthly: 1 30 31 4
        year years yearly annual annually: 1 12 52 365
        century centuries centur*: 100
        million* thousand* hundred* billion*: 0 1 100 1000
        noon midday: 12
        midnight: 0 12 24
        binary: 2 1 0
        octal: 8
        decimal*: 10
        hexadecimal: 16
        twenties: 20 1920 2020
        thirties: 30 1930
        forties: 40 1940
        fifties: 50 1950
        sixties: 60 1960
        seventies: 70 1970
        eighties: 80 1980
        nineties: 90 1990
        complete* full* total* entire* all: 100
        hex*: 16
        zero*: 0
        """
    ),
    among="(?:out of|of|in|from)(?: (?:the|every|all|each))?",
    joiner="and",
    suffixes="st|nd|rd|th|'?s",
    percent="per ?cent|percent",
    months=listed(
        """
        1 january jan
        2 february feb
        3 march mar
        4 april apr
        5 may
        6 june jun
        7 july jul
        8 august aug
        9 september sept sep
        10 october oct
        11 november nov
        12 december dec
        """
    ),
    month_words="may|march|mar",
    dated_by="on|by|since|until|before|than|the|of|dated",
    dated_till=r"\s?[–—-]\s?\d|\s(?:to|and|until|till|through)\s(?:the\s)?\d|\s?[.;,)](?!\w)|\s?\Z|\sat\sthe\slatest",
    of=r",? (?:of |the )?",
    to="to|through|till|until",
    between="between|from",
    also_to="and",
    hours="o'clock|h",
    afternoon=r"p\.?m\.?|in the (?:afternoon|evening)",
    morning=r"a\.?m\.?|in the morning",
    units=units(
        """
        second seconds sec secs
        minute minute minutes min mins
        hour hour hours hr hrs h
        day day days
        week week weeks
        month month months
        year year years yr yrs
        euro euro euros eur €
        dollar dollar dollars usd $
        metre metre metres meter meters
        kilometre kilometre kilometres km
        """
    ),
)
