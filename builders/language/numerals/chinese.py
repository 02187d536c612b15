"""Chinese numbers: characters that are counted with, and what they count."""

from builders.language.numerals.rules import NumberRules, carried, listed, units

_HOW_MANY = r"\d\s〇零一壹二两兩三四五六七八九十百千万萬亿億半几数多若干每整来余"
"""Characters that tell how many of a unit there are, to stand in a class of a pattern."""

CHINESE_NUMBERS = NumberRules(
    decimals=".",
    groups=" ,'’",
    words=listed(
        """
        0 〇 零
        1 一 壹 幺
        2 二 两 兩 俩 倆 双 雙
        3 三 仨
        4 四
        5 五
        6 六
        7 七
        8 八
        9 九
        10 十
        20 廿
        30 卅
        """
    ),
    scales=listed(
        """
        100 百
        1000 千
        10000 万 萬
        100000000 亿 億
        """
    ),
    carried=carried(
        """
        俩 两 双 对 倍 都 二 副 双方: 2
        单 首 唯 独 一 仅 某 个 只: 1
        无 没 不 未 非 空 零: 0
        半: 1/2 50 30 6 2 90 18
        刻 季: 1/4 15 25 3
        打: 12
        周 星期 礼拜: 1 7
        日 天 昼夜 每天: 1 24
        时 小时: 1 60
        分: 1 60
        月: 1 30 31
        年 岁: 1 12 52 365
        世纪: 100
        旬: 10
        全天候 昼夜 日夜 全天 随时 不间断: 24 24/7
        午: 12
        完全 全 万无一失: 100
        """
    ),
    ordinal_sign="第",
    months=listed("\n".join(f"{number} {number}月" for number in range(1, 13))),
    of=" ?",
    to="至|到",
    times="倍",
    hours="点钟?|點|时(?!候|间)",
    afternoon="下午|晚上|傍晚|中午|午后|每晚|当晚|夜间|晚间|晚",
    morning="上午|早上|凌晨|清晨",
    numeral="〇零一壹幺二两兩三四五六七八九十廿卅百千万萬亿億",
    counted="个位岁歲页天年月日名条種种张盏双只扇本章项步部次点小时分周人国届句颗级层类大份者方处间款期封道根口头段块件成倍种门座台",
    units=units(
        """
        second 秒
        minute 分钟 分鐘
        hour 小时 小時 钟头
        day 天 日 昼夜
        week 周 星期 礼拜 週
        month 月
        year 年 岁 歲 周岁
        euro 欧元 €
        dollar 美元 $
        metre 米
        kilometre 公里 千米
        """
    ),
    bare=(
        rf"(?<![{_HOW_MANY}上下前后这那])个(?:月(?!饼)|小时|工作日|星期|百分点)"
        rf"|(?<![{_HOW_MANY}本当上下前后次同这那该某全单正腊闰满])月(?=\s?\d)"
        rf"|(?<![{_HOW_MANY}周足满同])岁(?:以[上下]|[至到]\s?\d)"
        "|(?<=[\u3400-\u9fff])[％%]"
        r"|(?<!\d)(?:1[3-9]|[2-9]\d|\d{3,})\s?月"
    ),
    whole=".{0,6}[中里内](?:[有的]|就有|只有)?",
    weekday="星期|礼拜|禮拜|(?<![〇零一二两三四五六七八九十几每])[周週]",
    unit_gap=r"\s?[个個多来余整]{0,2}",
)
