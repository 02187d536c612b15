"""Recommendations and indicators of a page, from which tests make the tables for those who put advice to work."""

from __future__ import annotations

ADVICE = """
    .. recommendation:: rec-gen-001
       :strength: must
       :who: regulator, dpa
       :support: gov
       :consult: cso
       :phase: keep
       :plans: cyber, youth
       :ages: all
       :disability: none
       :adaptation: fixed

       Keep *watch*. [#note]_

       Somebody has to.

       :first-step: Look once. [#note]_

          Then look again, as :doc:`page` says.

    .. recommendation:: rec-gen-002
       :strength: may
       :who: dpa
       :phase: start
       :plans: youth
       :ages: all
       :disability: none
       :adaptation: fixed

       Begin with “=1+1”, and see :doc:`page`.

    .. recommendation:: rec-gen-003
       :strength: must
       :who: gov
       :ages: all
       :disability: none
       :adaptation: fixed

       =SUM is no advice, “quoted”, and has a comma.

    .. recommendation:: rec-gen-004
       :strength: must
       :who: gov
       :phase: start
       :ages: all
       :disability: none
       :adaptation: fixed

       Start.

       :first-step: -1 day is too early.

    .. indicator:: ind-gen-001
       :title: Calls
       :recommendations: rec-gen-001, rec-gen-004

       How many calls were answered?

       :source: The helpline.
       :breakdown: Age.

    .. indicator:: ind-gen-002
       :title: Rooms
       :recommendations: rec-gen-003

       How many rooms are open?

       :source: A count.

    .. [#note] A note.
    """
IDS = {
    **{f"rec_gen_00{number}": "recommendation" for number in range(1, 5)},
    **{f"ind_gen_00{number}": "indicator" for number in range(1, 3)},
}
