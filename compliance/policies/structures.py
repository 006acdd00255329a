"""The manual pages of what stands in a rule kind's place: `any of`, `all of`, `exclude`."""

from __future__ import annotations

from typing import Final

PAGES: Final = {
    "any of": """\
Several ways to meet one demand: it is met if one of these rules is.

It holds a list of two rules or more, each with a kind of its own, and, if needed, `when`, `unless`, `clause`,
`evidence`, `message` and `help`. `level`, `name`, `from` and `to` belong to the rule as a whole. A branch may be
`any of` or `all of` again.

The verdict is the best of the branches: a pass if one passes; else, if one is waived by a permission, waived; else a
question, if one is a question; else it is not met, and the report says what each way lacks. A way whose conditions
keep it from this draft is no way.

    - any of:
        - hyperlink: article
        - credit: {text: "Source: {publisher}", at: end}
      name: attribution
""",
    "all of": """\
Several rules that are one demand: it is met if all of them are.

Rules of a policy must all be met anyhow, so this is for what they share (one `when`, one `level`, one `name`) and for
the branches of `any of`. It holds a list of two rules or more, as `any of` does. The verdict is the worst of the
branches; those whose conditions keep them from this draft do not count.

    - all of:
        - credit: {text: "Originally published by {publisher}", at: top}
        - byline: all
      when: {mode: repost}
""",
    "exclude": """\
Items that the policy does not cover, so that nothing allows their use. It is decided before all other rules: of an item
that is excluded nothing else is said.

It holds conditions, written as those of `when`: all keys of one must hold, and of several values of a key one must.
Of a list of conditions any one excludes. If the article has one, the rule is not met; if neither the draft nor a
declared fact tells, it is a question. It is no branch of `any of` or `all of`.

    - exclude:
        - {section: [opinion, blogs]}
        - {byline: [Reuters, Associated Press]}
""",
}
