"""Spanish numbers; half of the countries write the decimal point, the others the comma."""

from builders.language.numerals.rules import NumberRules, carried, listed, several, units

SPANISH_NUMBERS = NumberRules(
    decimals=",.",
    groups=" .,'’",
    words=listed(
        """
        0 cero
        1 un uno una
        2 dos
        3 tres
        4 cuatro
        5 cinco
        6 seis
        7 siete
        8 ocho
        9 nueve
        10 diez
        11 once
        12 doce
        13 trece
        14 catorce
        15 quince
        16 dieciséis
        17 diecisiete
        18 dieciocho
        19 diecinueve
        20 veinte
        21 veintiuno veintiún veintiuna
        22 veintidós
        23 veintitrés
        24 veinticuatro
        25 veinticinco
        26 veintiséis
        27 veintisiete
        28 veintiocho
        29 veintinueve
        30 treinta
        40 cuarenta
        50 cincuenta
        60 sesenta
        70 setenta
        80 ochenta
        90 noventa
        200 doscientos doscientas
        300 trescientos trescientas
        400 cuatrocientos cuatrocientas
        500 quinientos quinientas
        600 seiscientos seiscientas
        700 setecientos setecientas
        800 ochocientos ochocientas
        900 novecientos novecientas
        """
    ),
    ordinals=listed(
        """
        1 primer primero primera primeros primeras
        2 segundo segunda segundos segundas
        3 tercer tercero tercera terceros terceras
        4 cuarto cuarta cuartos
        5 quinto quinta
        6 sexto sexta
        7 séptimo séptima
        8 octavo octava
        9 noveno novena
        10 décimo décima
        11 undécimo undécima decimoprimero
        12 duodécimo duodécima decimosegundo
        13 decimotercero decimotercera
        14 decimocuarto decimocuarta
        15 decimoquinto decimoquinta
        16 decimosexto decimosexta
        17 decimoséptimo decimoséptima
        18 decimoctavo decimoctava
        19 decimonoveno decimonovena
        20 vigésimo vigésima
        30 trigésimo trigésima
        40 cuadragésimo cuadragésima
        50 quincuagésimo quincuagésima
        60 sexagésimo sexagésima
        70 septuagésimo septuagésima
        80 octogésimo octogésima
        90 nonagésimo nonagésima
        100 centésimo centésima
        """
    ),
    scales=listed(
        """
        100 cien ciento
        1000 mil
        1000000 millón millones
        1000000000000 billón billones
        """
    ),
    unsure=several(
        "un uno una once primer primero primera primeros primeras segundo"
        " segunda segundos segundas cuarto cuarta"
        " cuartos tercero tercera terceros terceras"
    ),
    carried=carried(
        """
        amb* doble* dupl* par pares pareja* segund* dos-* bi*: 2
        un uno una primer* únic* sol* el la: 1
        ningun* ningún nul* cero* vací* nada sin no nunca: 0
        medi* mitad*: 1/2 50 30 6 2 90 18
        cuart* trimest*: 1/4 25 15 3 4
        terci* tercer* triple* trimest*: 3 1/3
        cuádrup*: 4
        decena* década* decimal*: 10
        docena*: 12
        quincena*: 14 15 2
        veintena*: 20
        treintena*: 30
        centena* siglo* cientos centenar*: 100
        millar* mil miles millon*: 1000 1
        semana*: 1 7
        día* diari*: 1 24
        hora*: 1 60
        minuto*: 1 60
        mes meses mensual*: 1 30 31
        año* anual*: 1 12 52 365
        permanente*: 24 24/7
        mediodía: 12
        medianoche: 0 12 24
        binari*: 2 1 0
        octal*: 8
        hexadecimal*: 16
        total* complet* tod* enter*: 100
        """
    ),
    among="(?:de cada|de|entre|sobre)(?: (?:los|las))?",
    joiner="y",
    suffixes=r"\.?[ºª°]|\.?er|\.?o|\.?a|as|os",
    percent="por ?cien(?:to)?",
    months=listed(
        """
        1 enero ene
        2 febrero feb
        3 marzo mar
        4 abril abr
        5 mayo may
        6 junio jun
        7 julio jul
        8 agosto ago
        9 septiembre setiembre sept sep
        10 octubre oct
        11 noviembre nov
        12 diciembre dic
        """
    ),
    of=" (?:de |del )?",
    to="a|al|hasta",
    between="entre",
    also_to="y",
    hours="h|horas",
    afternoon=r"p\. ?m\.?|de la (?:tarde|noche)",
    morning=r"a\. ?m\.?|de la mañana",
    units=units(
        """
        second segundos seg
        minute minuto minutos min
        hour hora horas h hrs
        day día días
        week semana semanas
        month mes meses
        year año años
        euro euro euros de_euros eur €
        dollar dólar dólares usd $
        metre metro metros
        kilometre kilómetro kilómetros km
        """
    ),
)
