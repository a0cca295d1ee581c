"""Made-up sentences: the same number always gives the same words, and no two titles are alike."""

from __future__ import annotations

VERBS = (
    "Export", "Filter", "Print", "Compare", "Share", "Archive", "Sort", "Preview", "Translate",
    "Duplicate", "Group", "Annotate",
)  # fmt: skip
THINGS = (
    "roadmap", "seed list", "watering plan", "harvest log", "plot map", "tool shed", "member page",
    "rota", "weather note", "compost diary", "plant label", "order form", "price table", "photo",
    "pest report", "soil test", "calendar", "newsletter", "waiting list", "key register", "budget",
    "survey", "workshop", "gate code", "fence repair", "bee hive", "greenhouse", "pond", "path",
    "signpost",
)  # fmt: skip
CIRCUMSTANCES = (
    "by season", "for one plot", "on a phone", "without a login", "in the shed", "for newcomers",
    "as a table", "with photos", "for the council", "in large print", "by neighbour", "offline",
    "for one year", "after a frost", "before planting", "at a glance", "for a school", "by colour",
    "on paper", "for the treasurer", "with dates", "by bed", "for two people", "in one step",
    "under glass", "for a visit", "by weight", "from last year", "with a map", "on a rainy day",
)  # fmt: skip
OPENINGS = (
    "to see every bed that nobody has watered this week",
    "to find the neighbour who borrowed the long ladder",
    "to mark the rows that are ready for the market",
    "to hand over my plot for the weeks that I am away",
    "to know which seeds will not last until next spring",
    "to read the advice that other gardeners left last year",
    "to order compost together with the people beside me",
)
ENDINGS = (
    "without asking anybody at the gate or calling the office",
    "even when the signal in the valley is weak again",
    "on the one page that I already open each morning",
    "so early that there is still time to change the plan",
    "in the order in which the work really has to happen",
)
REASONS = (
    "nothing dries out while the owner of a plot is ill or away",
    "the two hours we have on a Saturday go into digging, not into lists",
    "a newcomer can join in on the first day and feel at home",
    "we spend the small budget once and not three times over",
    "the council sees how many people the garden feeds each year",
)
CHECKS = (
    "the change is shown to everybody else within a minute of being saved",
    "an empty list says in one plain sentence what to do about it",
    "a mistake can be taken back for a day by the person who made it",
    "the page reads well on a narrow screen held in one muddy hand",
    "names that are longer than the column are cut and shown whole on demand",
    "what was typed is still there after the connection was lost and came back",
    "nobody but the owner of the plot and the two wardens can see the number",
)


def pick(words: tuple[str, ...], number: int) -> str:
    """The word of a list that a number stands for, counting round and round."""
    return words[number % len(words)]


def title(number: int, verbs: tuple[str, ...] = VERBS) -> str:
    """A title that no other number has with these verbs: 10,800 are different, or 900 a verb."""
    thing, rest = number // len(verbs), number // (len(verbs) * len(THINGS))
    return f"{pick(verbs, number)} the {pick(THINGS, thing)} {pick(CIRCUMSTANCES, rest)}"


def wish(number: int) -> str:
    """About twenty words on what somebody wants."""
    return f"{pick(OPENINGS, number)} {pick(ENDINGS, number // 7)}"


def reason(number: int) -> str:
    """About fifteen words on why somebody wants it."""
    return f"{pick(REASONS, number)} {pick(CIRCUMSTANCES, number)}"


def rule(number: int) -> str:
    """About twenty words that can be proven or not."""
    return f"{pick(CHECKS, number)}, {pick(CIRCUMSTANCES, number // 7)} {pick(ENDINGS, number)}"
