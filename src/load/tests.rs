//! Every place that checks the data, broken once: the fault is found, named, and placed.

use super::{Rule, read};
use crate::model::Strength;

/// A small data set without a fault.
const SOUND: &[(&str, &str)] = &[
    (
        "atlas.toml",
        r#"version = "2026.11.23"
area = "quay"
governance = [{ figure = "quay.berths.2020", label = "G", label_zh = "治" }]
contact = [{ figure = "quay.berths.2020", label = "A", label_zh = "问" }]
scopes = ["quay.berths.2020"]
headlines = [{ figure = "quay.berths.2020", label = "B", label_zh = "泊" }]
gaps = ["depth"]
try = ["liangjiang quay"]
whole_scope = "whole"
presumed_scope = "presumed"
part_scopes = ["half"]
size = "length"
[classes]
scheme = "old"
later = "new"
pillar = "first"
emerging = "second"
service = "third"
[key_metrics]
ports = ["berths"]
[list_metrics]
ports = ["length"]
[shortlist]
focus = ["goods"]
companies = ["goods"]
distance = ["distance"]
[compared]
ports = [{ metric = "berths", to = "wharf" }]
"#,
    ),
    (
        "metrics.toml",
        r#"metric = [
{ id = "distance", theme = "place", type = "quantity", unit = "m", repeats = true, ends = true, kinds = ["park", "port"], label = "D", label_zh = "距", definition = "-", definition_zh = "-" },
{ id = "berths", theme = "place", type = "quantity", unit = "count", item = "wages", kinds = ["plan", "port"], label = "B", label_zh = "泊", definition = "-", definition_zh = "-" },
{ id = "length", theme = "place", type = "quantity", unit = "m", kinds = ["port"], label = "L", label_zh = "长", definition = "-", definition_zh = "-" },
{ id = "place", theme = "place", type = "rank", kinds = ["port"], label = "P", label_zh = "位", definition = "-", definition_zh = "-" },
{ id = "opened", theme = "place", type = "date", kinds = ["port"], label = "O", label_zh = "开", definition = "-", definition_zh = "-" },
{ id = "role", theme = "place", type = "text", kinds = ["port"], label = "R", label_zh = "用", definition = "-", definition_zh = "-" },
{ id = "goods", theme = "place", type = "list", kinds = ["park", "port"], label = "G", label_zh = "货", definition = "-", definition_zh = "-" },
]
"#,
    ),
    (
        "sources.toml",
        r#"[[source]]
id = "book"
title = "A book"
publisher = "A publisher"
url = "https://books.example.org:8080/a?b=c#d"
published = "2020-05-01"
accessed = "2026-11-23"
lang = "en"
kind = "media"
strength = "secondary"
note = "n"
note_zh = "注"

[[source]]
id = "paper"
title = "A paper"
publisher = "A paper"
accessed = "2026-11-23"
lang = "en"
kind = "media"
strength = "weak"
"#,
    ),
    (
        "vocabulary.toml",
        r#"category = [{ id = "kind-of", label = "K", label_zh = "类", meaning = "-", meaning_zh = "-" }]
country = [{ id = "narnia", label = "N", label_zh = "纳", meaning = "-", meaning_zh = "-" }]
entity-status = [{ id = "active", label = "A", label_zh = "运", meaning = "-", meaning_zh = "-" }]
item = [{ id = "wages", label = "W", label_zh = "资", meaning = "-", meaning_zh = "-" }]
level = [{ id = "local", label = "L", label_zh = "级", meaning = "-", meaning_zh = "-" }]
need = [{ id = "port", label = "P", label_zh = "港", meaning = "-", meaning_zh = "-", shown_by = ["ports:kind-of", "distance:kind-of", "own:kind-of"] }]
part = [{ id = "north", label = "N", label_zh = "北", meaning = "-", meaning_zh = "-" }]
place = [{ id = "inn", label = "I", label_zh = "店", meaning = "-", meaning_zh = "-" }]
theme = [{ id = "place", label = "P", label_zh = "地", meaning = "-", meaning_zh = "-" }]
scheme = [
{ id = "old", label = "O", label_zh = "旧", meaning = "-", meaning_zh = "-" },
{ id = "new", label = "N", label_zh = "新", meaning = "-", meaning_zh = "-" },
]
scope = [
{ id = "whole", label = "W", label_zh = "全", meaning = "-", meaning_zh = "-" },
{ id = "presumed", label = "P", label_zh = "推", meaning = "-", meaning_zh = "-" },
{ id = "half", label = "H", label_zh = "半", meaning = "-", meaning_zh = "-" },
]
tier = [
{ id = "first", label = "F", label_zh = "一", meaning = "-", meaning_zh = "-" },
{ id = "second", label = "S", label_zh = "二", meaning = "-", meaning_zh = "-" },
{ id = "third", label = "T", label_zh = "三", meaning = "-", meaning_zh = "-" },
]
unit = [
{ id = "count", label = "c", label_zh = "个", meaning = "-", meaning_zh = "-" },
{ id = "m", label = "m", label_zh = "米", meaning = "-", meaning_zh = "-" },
]
"#,
    ),
    (
        "disputes.toml",
        r#"[[dispute]]
id = "how-many"
text = "t"
text_zh = "文"
note = "n"
note_zh = "注"
figures = ["quay.berths.2020"]
"#,
    ),
    (
        "gaps.toml",
        r#"[[gap]]
id = "depth"
text = "t"
text_zh = "文"
topics = ["depth"]
topics_zh = ["水深"]
records = ["quay"]
themes = ["place"]
"#,
    ),
    (
        "synonyms.toml",
        r#"[[synonym]]
words = ["jetty"]
means = ["record:quay", "metric:berths", "gap:depth", "dispute:how-many"]
"#,
    ),
    (
        "releases.toml",
        r#"[[release]]
version = "2026.01.31"
[release.ids]
"wharf" = "391675866b2cbe89"
"gap:depth" = "-"
"pier.berths.2019" = "0"
"#,
    ),
    (
        "changes.toml",
        r#"[[change]]
version = "2026.11.23"
change = "renamed"
ids = ["pier.berths.2019"]
now = ["quay.berths.2020"]
was = "t"
was_zh = "文"
reason = "r"
reason_zh = "由"
"#,
    ),
    (
        "ports/quay.toml",
        r#"name = "Quay"
name_zh = "码头"
pinyin = "ma tou"
aliases = ["jetty", "pier"]
category = "kind-of"
status = "active"
status_as_of = "2024"
summary = "A quay."
summary_zh = "一座码头。"
sources = ["book"]

[links]
ports = ["wharf"]

[[figure]]
metric = "distance"
value = 5
to = "inn"
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "berths"
value = 4
undated = true
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "berths"
value = 5
period = "2020"
source = "book"
statement = "Five berths."
statement_zh = "泊位5个。"
note = "n"
note_zh = "注"

[[figure]]
metric = "berths"
value = [5, 7]
qualifier = "range"
period = "2020"
n = 2
scope = "whole"
part = "north"
source = "paper"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "length"
value = 90.5
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "place"
value = 1
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "opened"
value = "2013-12"
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "role"
value = "hub"
value_zh = "枢纽"
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "goods"
value = ["tea", "rice"]
value_zh = ["茶", "米"]
as_of = "2020"
source = "book"
statement = "s"
statement_zh = "句"

[[figure]]
metric = "goods"
value = ["tea"]
value_zh = ["茶"]
as_of = "2021"
supersedes = "quay.goods.2020"
source = "book"
statement = "s"
statement_zh = "句"
"#,
    ),
    (
        "ports/wharf.toml",
        r#"name = "Wharf"
category = "kind-of"
parent = "quay"
summary = "A wharf."
summary_zh = "一座栈桥。"
sources = ["book"]

[links]
ports = ["quay"]
"#,
    ),
    (
        "plans/scheme.toml",
        r#"name = "Scheme"
category = "kind-of"
summary = "A plan."
summary_zh = "一项规划。"
sources = ["book"]

[[figure]]
metric = "berths"
value = 9
as_of = "2020"
status = "target"
of = "quay"
source = "book"
statement = "s"
statement_zh = "句"
"#,
    ),
    (
        "policies/rule.toml",
        r#"name = "Rule"
category = "kind-of"
summary = "A rule."
summary_zh = "一项规定。"
benefit = "b"
benefit_zh = "惠"
who = "w"
who_zh = "谁"
valid_from = "2020"
valid_until = "2030"
in_force = "yes"
in_force_as_of = "2025"
document = "d"
document_zh = "文"
level = "local"
evidence = ["quay.berths.2020"]
sources = ["book"]

[ask]
body = "b"
body_zh = "局"
telephone = "+1 1"
url = "https://ask.example.org"
"#,
    ),
    (
        "enterprises/firm.toml",
        r#"name = "Firm"
category = "kind-of"
country = ["narnia"]
summary = "A firm."
summary_zh = "一家企业。"
sources = ["book"]
"#,
    ),
    (
        "industries/tea.toml",
        r#"name = "Tea"
category = "kind-of"
groups = [{ scheme = "old", tier = "first" }]
summary = "Tea."
summary_zh = "茶业。"
sources = ["book"]
"#,
    ),
];

/// A line each: the file to break, what in it becomes what (`\n` is a new line), and the fault: the file where
/// that is another, line and column, the rule, and what the message begins with.
const BROKEN: &str = r#"
# Form: read.rs.
quay | value = 4 | value = = 4 | 26:9 syntax extra `=`, expected nothing
sources | [[source]] | [[sourc]] | 1:3 unknown-key unknown key `sourc`; did you mean `source`? (known are source)
sources | [[source]] | [source] | 1:1 wrong-type `source` is tables, each under [[source]]
disputes | [[dispute]]\nid | dispute = [3]\n# | 1:12 wrong-type `dispute` is a table, not a number
quay | period = | preiod = | 35:1 unknown-key
quay | ports = ["wharf"] | prots = ["wharf"] | 13:1 unknown-key
quay | summary = "A quay."\n |  | 1:1 missing-key key `summary` is missing
tea | tier = "first" |  | 3:11 missing-key key `tier` is missing
sources | strength = "weak" | strength = "week" | 21:12 unknown-id `strength` knows no `week`; did you mean `weak`? (known are primary, secondary, weak)
quay | name = "Quay" | id = "quay"\nname = "Quay" | 1:6 unknown-key `id`
quay | to = "inn" | strength = "weak"\nto = "inn" | 18:12 unknown-key `strength`
vocabulary | { id = "kind-of" | { set = "x", id = "kind-of" | 1:21 unknown-key `set`
quay | period = "2020" | period = 2020 | 35:10 wrong-type `period` is a text, not a number
quay | n = 2 | n = "2" | 47:5 wrong-type `n` is a whole number, not a text
quay | undated = true | undated = "yes" | 27:11 wrong-type `undated` is true or false, not a text
quay | sources = ["book"] | sources = "book" | 10:11 wrong-type `sources` is a list, not a text
quay | [links]\nports = ["wharf"] | links = "wharf" | 12:9 wrong-type `links` is a table, not a text
quay | status = "active" | status = ["active"] | 6:10 wrong-type `status` is a text, not a list
quay | name = "Quay" | name = { en = "Quay" } | 1:8 wrong-type `name` is a text, not a table
metrics | type = "rank" | type = 3 | 5:41 wrong-type `type` is a text, not a number
quay | as_of = "2020" | as_of = 2020-01-01 | 19:9 wrong-type `as_of` is a text, not a TOML date (dates are texts here, in quotes)
quay | value = 4 | value = true | 26:9 wrong-type `value` is a number, a text, a list of texts, or [lowest, highest], not true or false
quay | value = [5, 7] | value = [5, "7"] | 44:9 wrong-type `value` has a list of texts, or of two numbers: lowest and highest
quay | value = [5, 7] | value = [[5], 7] | 44:10 wrong-type `value` has a list of texts, or of two numbers: lowest and highest
quay | value = 4 | value = 99999999999999999999 | 26:9 wrong-type `value` is a number of more than 64 bits
quay | value = 90.5 | value = inf | 56:9 wrong-type `value` is no finite number
quay | value = 90.5 | value = 1e999 | 56:9 wrong-type `value` is no finite number
quay | "Five berths." | "Five berths. " | 37:13 blank-text `statement` is empty or has a blank at an end
quay | "Five berths." | "" | 37:13 blank-text `statement` is empty or has a blank at an end
quay | "Five berths." | "Five\u001b berths." | 37:13 invisible-character `statement` holds the invisible character \u{1b}
quay | "jetty", "pier" | "jetty", "pi\u00a0er" | 4:21 invisible-character `aliases` holds the invisible character \u{a0}
rule | telephone = "+1 1" | telephone = "+1\u28001" | 22:13 invisible-character `telephone` holds the invisible character \u{2800}
quay | "jetty", "pier" | "jetty", "jetty" | 4:21 repeated-item `aliases` has the same item twice
synonyms | "record:quay",  | "record:quay", "record:quay",  | 3:25 repeated-item `means` has the same item twice
tea | groups = [{ | groups = [{ scheme = "old", tier = "first" }, { | 3:47 repeated-item `groups` has the same item twice
atlas | headlines = [{ | headlines = [{ figure = "quay.berths.2020", label = "B", label_zh = "泊" }, { | 6:76 repeated-item `headlines` has the same item twice
quay | name = "Quay" | name = "Quay"\nkind = "port" | 2:8 unknown-key `kind`
quay | name = "Quay" | name = "Quay"\norigin = "mine" | 2:10 unknown-key `origin`
quay | to = "inn" | to = "inn"\nid = "quay.x" | 19:6 unknown-key `id`
quay | to = "inn" | to = "inn"\nsubject = "quay" | 19:11 unknown-key `subject`
quay | to = "inn" | to = "inn"\nlabel = "D" | 19:9 unknown-key `label`
quay | to = "inn" | to = "inn"\nlabel_zh = "距" | 19:12 unknown-key `label_zh`
quay | to = "inn" | to = "inn"\nperiod_start = "2020-01-01" | 19:16 unknown-key `period_start`
quay | to = "inn" | to = "inn"\nperiod_end = "2020-12-31" | 19:14 unknown-key `period_end`
quay | to = "inn" | to = "inn"\nsuperseded_by = "quay.x" | 19:17 unknown-key `superseded_by`
quay | to = "inn" | to = "inn"\norigin = "mine" | 19:10 unknown-key `origin`
# Ids and names.
metrics | "berths", theme | "Berths", theme | 3:3 id-form `Berths`
sources | "paper"\ntitle | "pa--per"\ntitle | 15:1 id-form `pa--per`
vocabulary | id = "m" | id = "m_2" | 26:3 id-form `m_2`
vocabulary | id = "inn" | id = "inn/x" | 8:12 id-form `inn/x`
disputes | "how-many" | "-how" | 2:1 id-form `-how`
gaps | "depth" | "dep th" | 2:1 id-form `dep th`
metrics | "goods", theme | "role", theme | 8:3 duplicate-id a second metric `role`
sources | "paper"\ntitle | "book"\ntitle | 15:1 duplicate-id a second source `book`
vocabulary | "new" | "old" | 12:3 duplicate-id a second scheme `old`
disputes | [[dispute]] | [[dispute]]\nid = "how-many"\ntext = "t"\ntext_zh = "文"\nnote = "n"\nnote_zh = "注"\nfigures = []\n\n[[dispute]] | 10:1 duplicate-id a second dispute `how-many`
gaps | [[gap]] | [[gap]]\nid = "depth"\ntext = "t"\ntext_zh = "文"\ntopics = ["a"]\ntopics_zh = ["深"]\nrecords = []\n\n[[gap]] | 10:1 duplicate-id a second gap `depth`
quay | n = 2\nscope = "whole"\npart = "north"\n |  | 43:1 duplicate-id
wharf | "Wharf" | "quay" | 1:1 duplicate-name `quay` has this name, too
wharf | name = "Wharf" | name = "Wharf"\nname_zh = "码头"\npinyin = "ma tou" | 2:1 duplicate-name `quay` has this name, too
# atlas.toml.
atlas | "2026.11.23" | "2026.11.31" | 1:1 impossible-date `version` is a date such as 2026.11.23
atlas | version = "2026.11.23"\n |  | 1:1 missing-key key `version` is missing
atlas | governance = [{ figure = "quay.berths.2020" | governance = [{ figure = "quay.berths.2021" | 3:1 unknown-id no figure `quay.berths.2021`; did you mean `quay.berths.2020`?
atlas | contact = [{ figure = "quay.berths.2020" | contact = [{ figure = "quay.berths.2021" | 4:1 unknown-id no figure `quay.berths.2021`; did you mean `quay.berths.2020`?
atlas | headlines = [{ figure = "quay.berths.2020" | headlines = [{ figure = "quay.berths.2021" | 6:1 unknown-id no figure `quay.berths.2021`; did you mean `quay.berths.2020`?
atlas | scopes = ["quay.berths.2020"] | scopes = ["quay.berths.2021"] | 5:1 unknown-id no figure `quay.berths.2021`; did you mean `quay.berths.2020`?
atlas | governance = [{ figure = "quay.berths.2020" | governance = [{ figure = "quay.goods.2020" | 3:1 supersedes `quay.goods.2020`
atlas | contact = [{ figure = "quay.berths.2020" | contact = [{ figure = "quay.goods.2020" | 4:1 supersedes `quay.goods.2020`
atlas | headlines = [{ figure = "quay.berths.2020" | headlines = [{ figure = "quay.goods.2020" | 6:1 supersedes `quay.goods.2020`
atlas | scopes = ["quay.berths.2020"] | scopes = ["quay.goods.2020"] | 5:1 supersedes `quay.goods.2020`
atlas | gaps = ["depth"] | gaps = ["width"] | 7:1 unknown-id no gap `width`
atlas | area = "quay" | area = "key" | 2:1 unknown-id no record `key`
atlas | whole_scope = "whole" | whole_scope = "hole" | 9:1 unknown-id no scope `hole`; did you mean `whole`?
atlas | presumed_scope = "presumed" | presumed_scope = "x" | 10:1 unknown-id no scope `x`
atlas | part_scopes = ["half"] | part_scopes = ["x"] | 11:1 unknown-id no scope `x`
atlas | size = "length" | size = "width" | 12:1 unknown-id no metric `width`
atlas | scheme = "old" | scheme = "x" | 14:1 unknown-id no scheme `x`
atlas | later = "new" | later = "x" | 15:1 unknown-id no scheme `x`
atlas | pillar = "first" | pillar = "x" | 16:1 unknown-id no tier `x`
atlas | emerging = "second" | emerging = "x" | 17:1 unknown-id no tier `x`
atlas | service = "third" | service = "x" | 18:1 unknown-id no tier `x`
atlas | ports = ["berths"] | ports = ["births"] | 20:1 unknown-id no metric `births`; did you mean `berths`?
atlas | ports = ["berths"] | parks = ["berths"] | 20:1 wrong-kind metric `berths` is not for the kind park
atlas | ports = ["length"] | ports = ["x"] | 22:1 unknown-id no metric `x`
atlas | ports = ["length"] | plans = ["length"] | 22:1 wrong-kind metric `length` is not for the kind plan
atlas | focus = ["goods"] | focus = ["x"] | 24:1 unknown-id no metric `x`
atlas | focus = ["goods"] | focus = ["role"] | 24:1 wrong-kind metric `role` is not for the kind park
atlas | companies = ["goods"] | companies = ["x"] | 25:1 unknown-id no metric `x`
atlas | distance = ["distance"] | distance = ["x"] | 26:1 unknown-id no metric `x`
atlas | { metric = "berths" | { metric = "births" | 28:1 unknown-id no metric `births`; did you mean `berths`?
atlas | to = "wharf" | to = "warf" | 28:1 unknown-id no record `warf`; did you mean `wharf`?
# Order.
sources | id = "book" | id = "zine" | 15:1 out-of-order `paper` stands behind `zine`
quay | metric = "berths" | metric = "length" | 33:1 out-of-order `quay.berths.2020`
quay | as_of = "2021" | as_of = "2019" | 97:1 out-of-order `quay.goods.2019`
quay | undated = true | period = "2021" | 33:1 out-of-order `quay.berths.2020`
quay | as_of = "2021"\nsupersedes = "quay.goods.2020" | period = "2019/2020" | 97:1 out-of-order `quay.goods.2019--2020`
quay | period = "2020" | period = "2020"\nn = 3\nscope = "whole"\npart = "north" | 46:1 out-of-order `quay.berths.2020.whole.north.2`
# Metrics.
metrics | theme = "place" | theme = "plaice" | 2:20 unknown-id no theme `plaice`; did you mean `place`?
metrics | unit = "m" | unit = "km" | 2:56 unknown-id no unit `km`; did you mean `m`?
metrics | item = "wages" | item = "wage" | 3:70 unknown-id no item `wage`; did you mean `wages`?
metrics | type = "rank" | type = "rank", unit = "m" | 5:49 wrong-unit a quantity has a unit, and nothing else has one
metrics | unit = "m", kinds | kinds | 4:1 wrong-unit a quantity has a unit, and nothing else has one
# Terms.
vocabulary | , shown_by = ["ports:kind-of", "distance:kind-of", "own:kind-of"] |  | 6:9 missing-key `shown_by` stands in every term of the set `need`, and in no other
vocabulary | meaning_zh = "-" }] | meaning_zh = "-", shown_by = ["ports:kind-of"] }] | 1:93 missing-key `shown_by` stands in every term of the set `need`, and in no other
vocabulary | "ports:kind-of" | "prots:kind-of" | 6:86 unknown-id `prots` is neither links of a kind, nor a metric with two ends
vocabulary | "distance:kind-of" | "length:kind-of" | 6:86 unknown-id `length` is neither links of a kind, nor a metric with two ends
vocabulary | "own:kind-of" | "own:kind" | 6:86 unknown-id no category `kind`
# Sources.
sources | published = "2020-05-01" | published = "2020-05-32" | 6:1 impossible-date `2020-05-32` is not a date; write 2024, 2024-05 or 2024-05-03
sources | published = "2020-05-01" | published = "2026-12" | 6:1 impossible-date `2026-12`
sources | accessed = "2026-11-23" | accessed = "2026-11-24" | 7:1 impossible-date `2026-11-24` lies after the date of the data
sources | accessed = "2026-11-23" | accessed = "2019" | 6:1 impossible-date it was read before it was published
sources | published = "2020-05-01"\naccessed = "2026-11-23" | accessed = "1026-11-23" | 6:1 impossible-date nothing here was read before 2000
sources | note_zh = "注"\n |  | 1:1 untranslated `note_zh`
sources | https://books.example.org:8080/a?b=c#d | javascript:alert(1) | 5:1 unsafe-address `javascript:alert(1)`
sources | https://books.example.org:8080/a?b=c#d | ftp://example.org/ | 5:1 unsafe-address `ftp://example.org/`
sources | https://books.example.org:8080/a?b=c#d | https://localhost/a | 5:1 unsafe-address `https://localhost/a`
sources | https://books.example.org:8080/a?b=c#d | https://example/ | 5:1 unsafe-address `https://example/`
sources | https://books.example.org:8080/a?b=c#d | https://-a.org/ | 5:1 unsafe-address `https://-a.org/`
sources | https://books.example.org:8080/a?b=c#d | https://a..org/ | 5:1 unsafe-address `https://a..org/`
sources | https://books.example.org:8080/a?b=c#d | https://a.b.1/ | 5:1 unsafe-address `https://a.b.1/`
sources | https://books.example.org:8080/a?b=c#d | https://a b.org/ | 5:1 unsafe-address `https://a b.org/`
sources | https://books.example.org:8080/a?b=c#d | https://example.org:99999/ | 5:1 unsafe-address `https://example.org:99999/`
sources | https://books.example.org:8080/a?b=c#d | https://example.org/a{b} | 5:1 unsafe-address `https://example.org/a{b}`
sources | https://books.example.org:8080/a?b=c#d | https://user@example.org/ | 5:1 unsafe-address `https://user@example.org/`
sources | https://books.example.org:8080/a?b=c#d | https://example.org:0/ | 5:1 unsafe-address `https://example.org:0/`
sources | https://books.example.org:8080/a?b=c#d | https://example.org/%2 | 5:1 unsafe-address `https://example.org/%2`
sources | https://books.example.org:8080/a?b=c#d | https://a-label-of-more-than-sixty-three-letters-is-not-the-name-of-a-host.org/ | 5:1 unsafe-address `https://a-label
# Records.
quay | category = "kind-of" | category = "kind" | 5:1 unknown-id no category `kind`
quay | status = "active" | status = "live" | 6:1 unknown-id no entity-status `live`
quay | status_as_of = "2024" | status_as_of = "2024-13" | 7:1 impossible-date `2024-13` is not a date; write 2024, 2024-05 or 2024-05-03
quay | status_as_of = "2024" | status_as_of = "2027" | 7:1 impossible-date `2027` lies after the date of the data
quay | status = "active"\n |  | 6:1 missing-key `status_as_of` dates `status`, which is not there
firm | ["narnia"] | ["oz"] | 3:1 unknown-id no country `oz`
tea | scheme = "old" | scheme = "older" | 3:1 unknown-id no scheme `older`; did you mean `old`?
tea | tier = "first" | tier = "fist" | 3:1 unknown-id no tier `fist`; did you mean `first`?
wharf | parent = "quay" | parent = "key" | 3:1 unknown-id no record `key`
quay | status = "active" | status = "active"\ncountry = ["narnia"] | 7:1 wrong-kind only an enterprise or a cooperation park has a country
quay | status = "active" | status = "active"\ngroups = [{ scheme = "old", tier = "first" }] | 7:1 wrong-kind only an industry has groups
quay | pinyin = "ma tou"\n |  | 1:1 untranslated `pinyin`
quay | sources = ["book"] | sources = [] | 10:1 unsourced `quay` names no source
quay | sources = ["book"] | sources = ["boook"] | 10:1 unknown-id no source `boook`; did you mean `book`?
quay | ports = ["wharf"] | ports = ["quay"] | 13:1 self-link `quay` is linked to itself
quay | ports = ["wharf"] | ports = ["wharves"] | 13:1 unknown-id no record `wharves`
quay | ports = ["wharf"] | parks = ["wharf"] | 13:1 one-sided-link `wharf` is one of the ports
quay | ports = ["wharf"] | ports = [] | wharf 9:1 one-sided-link `quay` does not link back to `wharf`
quay | status = "active" | status = "active"\nparent = "wharf" | 7:1 parent-cycle `quay` is its own ancestor
quay | status = "active" | status = "active"\nparent = "quay" | 7:1 parent-cycle `quay` is its own ancestor
# Policies.
wharf | parent = "quay" | parent = "quay"\nbenefit = "b" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nbenefit_zh = "惠" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nwho = "w" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nwho_zh = "谁" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nvalid_from = "2020" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nvalid_until = "2030" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nin_force = "yes" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nin_force_as_of = "2025" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\ndocument = "d" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\ndocument_zh = "文" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nlevel = "local" | 4:1 wrong-kind
wharf | parent = "quay" | parent = "quay"\nevidence = ["quay.berths.2020"] | 4:1 wrong-kind
wharf | [links] | [ask]\nbody = "b"\n\n[links] | 8:2 wrong-kind
rule | in_force = "yes" | in_force = "perhaps" | 11:12 unknown-id `in_force` knows no `perhaps` (known are yes, no, unconfirmed)
rule | benefit_zh = "惠"\n |  | 1:1 untranslated `benefit_zh`
rule | who_zh = "谁"\n |  | 1:1 untranslated `who_zh`
rule | document_zh = "文"\n |  | 1:1 untranslated `document_zh`
rule | body_zh = "局"\n |  | 1:1 untranslated `ask.body_zh`
rule | valid_from = "2020" | valid_from = "soon" | 9:1 impossible-date `soon` is not a date; write 2024, 2024-05 or 2024-05-03
rule | valid_until = "2030" | valid_until = "2030-13" | 10:1 impossible-date `2030-13` is not a date; write 2024, 2024-05 or 2024-05-03
rule | valid_until = "2030" | valid_until = "2019" | 10:1 impossible-date it ends before `valid_from`
rule | in_force_as_of = "2025" | in_force_as_of = "2027" | 12:1 impossible-date `2027` lies after the date of the data
rule | in_force = "yes"\n |  | 11:1 missing-key `in_force_as_of` dates `in_force`, which is not there
rule | https://ask.example.org | ask.example.org | 23:1 unsafe-address `ask.example.org`
rule | level = "local" | level = "global" | 15:1 unknown-id no level `global`; did you mean `local`?
rule | evidence = ["quay.berths.2020"] | evidence = ["quay.berths.2019"] | 16:1 unknown-id no figure `quay.berths.2019`; did you mean `quay.berths.2020`?
# Figures.
quay | n = 2 | n = 1 | 47:1 wrong-type `n` is a whole number from 2
quay | scope = "whole" | scope = "hole" | 48:1 unknown-id no scope `hole`; did you mean `whole`?
quay | part = "north" | part = "south" | 49:1 unknown-id no part `south`; did you mean `north`?
scheme | of = "quay" | of = "key" | 12:1 unknown-id no record `key`
scheme | of = "quay"\n |  | 11:1 missing-key a target says with `of` whose figure it aims at, if only the subject's
scheme | status = "target"\n |  | 11:1 wrong-type what happened aims at nothing: only a target, design or estimate has `of`
quay | source = "book"\n |  | 15:1 unsourced the figure names no source
quay | source = "book" | source = "boook" | 20:1 unknown-id no source `boook`; did you mean `book`?
quay | note_zh = "注"\n |  | 32:1 untranslated `note_zh`
quay | undated = true\n |  | 24:1 undated a figure has `period` or `as_of`, or says `undated = true`
quay | as_of = "2020" | as_of = "2020"\nundated = true | 20:1 undated a figure has `period` or `as_of`, or says `undated = true`
quay | period = "2020" | period = "2020"\nas_of = "2020" | 36:1 two-dates a figure has a `period` or an `as_of`, not both
quay | period = "2020" | period = "2020-Q5" | 35:1 impossible-date `2020-Q5` is not a period; write 2023, 2022-Q1, 2021-H1 or 2021-01/2021-09
quay | period = "2020" | period = "2027" | 35:1 impossible-date `2027` lies after the date of the data, yet the figure is actual
quay | as_of = "2020" | as_of = "2020/2021" | 19:1 impossible-date `2020/2021` is not a date; write 2024, 2024-05 or 2024-05-03
quay | as_of = "2020" | as_of = "2026-12" | 19:1 impossible-date `2026-12` lies after the date of the data
scheme | as_of = "2020" | as_of = "20" | 10:1 impossible-date `20` is not a date; write 2024, 2024-05 or 2024-05-03
quay | "quay.goods.2020" | "quay.goods.2019" | 101:1 unknown-id no figure `quay.goods.2019`; did you mean `quay.goods.2020`?
quay | "quay.goods.2020" | "scheme.berths.2020.target" | 101:1 supersedes `scheme.berths.2020.target` is of another subject
quay | "quay.goods.2020" | "quay.goods.2021" | 101:1 supersedes `quay.goods.2021` and this figure retire each other
quay | value_zh = ["茶", "米"] | value_zh = ["茶", "米"]\nsupersedes = "quay.goods.2021" | 91:1 supersedes `quay.goods.2021` and this figure retire each other
quay | value = "hub" | supersedes = "quay.goods.2020"\nvalue = "hub" | 102:1 supersedes `quay.goods.2020`
quay | metric = "length" | metric = "lenght" | 55:1 unknown-id no metric `lenght`; did you mean `length`?
scheme | metric = "berths" | metric = "length" | 8:1 wrong-kind metric `length` is not for the kind plan
quay | to = "inn"\n |  | 16:1 missing-key `distance` has two ends: say the other one with `to`
quay | to = "inn" | to = "in" | 18:1 unknown-id no record or place `in`; did you mean `inn`?
quay | to = "inn" | to = "quay" | 18:1 self-link both ends are the same
quay | value = 4 | value = 4\nto = "inn" | 27:1 wrong-kind `berths` has no other end
# Values and units.
quay | value = 90.5 | value = "90.5" | 56:1 wrong-type `length` is a number, not a text
quay | value = 1\n | value = "first"\n | 64:1 wrong-type `place` is a number, the place in a ranking, not a text
quay | value = "2013-12" | value = 2013 | 72:1 wrong-type `opened` is a date, in quotes, not a number
quay | value = "hub" | value = 5 | 80:1 wrong-type `role` is a text, not a number
quay | value = "hub" | value = ["hub"] | 80:1 wrong-type `role` is a text, not a list of texts
quay | value = "hub" | value = [1, 2] | 80:1 wrong-type `role` is a text, not two numbers
quay | value = ["tea"] | value = "tea" | 98:1 wrong-type `goods` is a list of texts, not a text
quay | qualifier = "range"\n |  | 44:1 wrong-type `berths` is a number, not two numbers: a range is [lowest, highest] with `qualifier = "range"`
quay | value = [5, 7] | value = [7, 5] | 44:1 wrong-type `berths` is a number, not two numbers: a range is [lowest, highest] with `qualifier = "range"`
quay | value = [5, 7] | value = 5 | 44:1 wrong-type `berths` is a number, not a number with `qualifier = "range"`
quay | value = 1\n | value = 0\n | 64:1 impossible-value `place` is at least 1
quay | value = 4 | value = -1 | 26:1 impossible-value `berths` is at least 0
quay | value = [5, 7] | value = [-5, 7] | 44:1 impossible-value `berths` is at least 0
quay | value = "2013-12" | value = "2013-13" | 72:1 impossible-date `2013-13` is not a date
quay | value = 4 | value = 4\nvalue_zh = "四" | 27:1 untranslated a number has no Chinese value
quay | value_zh = "枢纽"\n |  | 78:1 untranslated a text or list has a `value_zh` of the same form and length
quay | value_zh = ["茶", "米"] | value_zh = ["茶"] | 90:1 untranslated a text or list has a `value_zh` of the same form and length
quay | value_zh = ["茶", "米"] | value_zh = "茶" | 90:1 untranslated a text or list has a `value_zh` of the same form and length
quay | value = 90.5 | value = 90.5\nunit = "count" | 57:1 wrong-unit `count` is not the unit of `length`, which is m
quay | value = 4 | value = 4\nunit = "boats" | 27:1 unknown-id no unit `boats`
# Disputes, gaps, synonyms.
disputes | figures = ["quay.berths.2020"] | figures = ["quay.berths.2019"] | 7:1 unknown-id no figure `quay.berths.2019`; did you mean `quay.berths.2020`?
gaps | records = ["quay"] | records = ["key"] | 7:1 unknown-id no record `key`
gaps | themes = ["place"] | themes = ["plaice"] | 8:1 unknown-id no theme `plaice`; did you mean `place`?
gaps | topics = ["depth"]\ntopics_zh = ["水深"] | topics = []\ntopics_zh = [] | 5:1 missing-key the gap has no topics to search it by
gaps | topics_zh = ["水深"] | topics_zh = [] | 6:1 untranslated topics stand in one language only
gaps | topics = ["depth"] | topics = [] | 6:1 untranslated topics stand in one language only
synonyms | record:quay | record:key | 3:1 unknown-id no record `key`
synonyms | metric:berths | metric:births | 3:1 unknown-id no metric `births`; did you mean `berths`?
synonyms | gap:depth | gap:dept | 3:1 unknown-id no gap `dept`; did you mean `depth`?
synonyms | dispute:how-many | dispute:how | 3:1 unknown-id no dispute `how`
synonyms | record:quay | source:book | 3:1 unknown-id `source:book` is none of record:ID, metric:ID, gap:ID, dispute:ID
synonyms | record:quay | quay | 3:1 unknown-id `quay` is none of record:ID, metric:ID, gap:ID, dispute:ID
# Releases and changes.
releases | 391675866b2cbe89 | 0 | 4:1 unexplained `wharf` changed since release 2026.01.31: say why in changes.toml
releases | gap:depth | gap:width | 5:1 unexplained `gap:width` is gone since release 2026.01.31: say why in changes.toml
changes | pier.berths.2019 | wharf | releases 6:1 unexplained `pier.berths.2019` is gone since release 2026.01.31: say why in changes.toml
changes | version = "2026.11.23" | version = "2026.01.31" | releases 6:1 unexplained `pier.berths.2019` is gone since release 2026.01.31: say why in changes.toml
changes | version = "2026.11.23" | version = "2026.11.24" | 2:1 impossible-date `2026-11-24` lies after the date of the data
changes | pier.berths.2019 | pier.berths.2018 | 4:1 unknown-id no release held `pier.berths.2018`
changes | now = ["quay.berths.2020"] | now = ["quay.berths.2019"] | 5:1 unknown-id `quay.berths.2019` is not in the data
changes | now = ["quay.berths.2020"] | now = ["wharf", "quay"] | 5:1 missing-key `now` has an id for each of `ids`
changes | change = "renamed" | change = "new" | 3:1 wrong-type `new` needs no reason
changes | was_zh = "文"\n |  | 1:1 untranslated
"#;

/// The faults after `from` became `to` in one file.
fn faults_after(path: &str, from: &str, to: &str) -> Vec<String> {
    let broken = |(name, text): &(&str, &str)| {
        let text = if *name == path { text.replacen(from, to, 1) } else { (*text).to_owned() };
        ((*name).to_owned(), text.into_bytes())
    };
    let files: Vec<_> = SOUND.iter().map(broken).collect();
    let is_broken = SOUND.iter().any(|(name, text)| *name == path && text.contains(from));
    assert!(is_broken, "{from:?} is not in {path}");
    read(&files).1.iter().map(ToString::to_string).collect()
}

#[test]
fn the_sound_data_set_has_no_fault() {
    assert_eq!(faults_after("atlas.toml", "area", "area"), Vec::<String>::new());
}

#[test]
fn each_place_that_checks_finds_its_fault() {
    for line in BROKEN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [file, from, to, want] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
        let path_of =
            |stem: &str| SOUND.iter().find(|(path, _)| path.ends_with(&format!("{stem}.toml"))).unwrap().0;
        let faults = faults_after(path_of(file), &from.replace("\\n", "\n"), &to.replace("\\n", "\n"));
        let (path, want) = match want.split_once(' ') {
            Some((stem, want)) if !stem.contains(':') => (path_of(stem), want),
            _ => (path_of(file), want),
        };
        let words: Vec<&str> = want.splitn(3, ' ').collect();
        let start = format!("data/{path}:{}: {}: {}", words[0], words[1], words.get(2).unwrap_or(&""));
        assert!(
            faults.iter().any(|fault| fault.starts_with(&start)),
            "{line}\n{start} is not in {faults:#?}"
        );
    }
}

#[test]
fn the_names_of_files_are_checked_too() {
    let faults = |path: &str, without: &str| {
        let sound = SOUND.iter().filter(|(name, _)| *name != without).copied();
        let own = SOUND.iter().find(|(name, _)| name.ends_with("firm.toml")).map(|(_, text)| (path, *text));
        let files: Vec<_> =
            sound.chain(own).map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        read(&files).1.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (path, without, want) in [
        ("enterprises/Firm.toml", "enterprises/firm.toml", "enterprises/Firm.toml:1:1: id-form: `Firm`"),
        ("enterprises/a/firm.toml", "", "enterprises/a/firm.toml:1:1: id-form: `a/firm`"),
        (
            "enterprises/quay.toml",
            "enterprises/firm.toml",
            "enterprises/quay.toml:1:1: duplicate-id: a second record",
        ),
        ("firm.toml", "", "firm.toml:1:1: unknown-key: no file"),
        ("firms/firm.toml", "", "firms/firm.toml:1:1: unknown-key: no file"),
        ("enterprises/other.toml", "atlas.toml", "atlas.toml:1:1: missing-key: the file"),
    ] {
        let faults = faults(path, without);
        let start = format!("data/{want}");
        assert!(faults.iter().any(|fault| fault.starts_with(&start)), "{start} is not in {faults:#?}");
    }
}

#[test]
fn every_rule_is_broken_above() {
    // What only a user's folder can break is told by tests/it/own.rs.
    let of_folders = |rule: &&Rule| rule.is_warning() || **rule == Rule::Unreadable;
    for rule in Rule::ALL.iter().filter(|rule| !of_folders(rule)) {
        let is_broken = |line: &str| line.split(' ').any(|word| word == rule.name());
        assert!(BROKEN.lines().any(is_broken), "no line breaks {}", rule.name());
    }
}

#[test]
fn a_fault_says_what_was_meant() {
    for (path, from, to, want) in [
        ("ports/quay.toml", "\"length\"", "\"lenght\"", "no metric `lenght`; did you mean `length`?"),
        ("ports/quay.toml", "period =", "preiod =", "unknown key `preiod`; did you mean `period`?"),
        ("ports/quay.toml", "value = 90.5", "value = \"90\"", "`length` is a number, not a text"),
        ("ports/quay.toml", "scope = \"whole\"", "scope = \"moon\"", "no scope `moon`"),
        (
            "ports/quay.toml",
            "n = 2\nscope = \"whole\"\npart = \"north\"\n",
            "",
            "a second figure `quay.berths.2020`: if it retires the other, say \
             `supersedes = \"quay.berths.2020\"` and `n = 2`; if both hold, `n = 2` alone",
        ),
    ] {
        let faults = faults_after(path, from, to);
        assert!(faults.iter().any(|fault| fault.contains(want)), "{want} is not in {faults:#?}");
    }
    let faults = faults_after("ports/quay.toml", "scope = \"whole\"", "scope = \"moon\"");
    assert!(!faults[0].contains("did you mean"), "{faults:?}");
}

#[test]
fn what_is_just_allowed_is_no_fault() {
    for (path, from, to) in [
        (
            "sources.toml",
            "accessed = \"2026-11-23\"\nlang = \"en\"\nkind = \"media\"\nstrength = \"weak\"",
            "accessed = \"2000-01-01\"\nlang = \"en\"\nkind = \"media\"\nstrength = \"weak\"",
        ),
        ("sources.toml", "published = \"2020-05-01\"", "published = \"2026-11-23\""),
        ("sources.toml", "https://books.example.org:8080/a?b=c#d", "http://xn--a.example.xn--b?c"),
        ("policies/rule.toml", "valid_until = \"2030\"", "valid_until = \"2020-01-01\""),
        ("ports/quay.toml", "value = 4", "value = 0"),
        ("ports/quay.toml", "value = 90.5", "value = -90.5"),
        ("ports/quay.toml", "as_of = \"2021\"", "as_of = \"2026\""),
        ("ports/quay.toml", "as_of = \"2021\"", "period = \"2026-11-23/2027\""),
        ("plans/scheme.toml", "as_of = \"2020\"", "period = \"2035\""),
        ("plans/scheme.toml", "status = \"target\"", "status = \"designed\""),
    ] {
        assert_eq!(faults_after(path, from, to), Vec::<String>::new(), "{to}");
    }
}

#[test]
fn one_mistake_is_one_fault() {
    for (path, from, to) in [
        ("atlas.toml", "version = \"2026.11.23\"\n", ""),
        ("ports/wharf.toml", "name = \"Wharf\"", "nam = \"Wharf\""),
        ("ports/quay.toml", "undated = true", "as_of = \"2021-13\""),
        ("sources.toml", "strength = \"weak\"", "strength = \"week\""),
        ("gaps.toml", "text_zh = \"文\"\n", ""),
    ] {
        let faults = faults_after(path, from, to);
        assert_eq!(faults.len(), 1, "{faults:#?}");
    }
}

/// The rules broken where some texts of one file became others.
fn rules_after(path: &str, changes: &[(&str, &str)]) -> Vec<Rule> {
    let change =
        |text: &str| changes.iter().fold(text.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    let files: Vec<_> = SOUND
        .iter()
        .map(|(name, text)| {
            let text = if *name == path { change(text) } else { (*text).to_owned() };
            ((*name).to_owned(), text.into_bytes())
        })
        .collect();
    read(&files).1.iter().map(|fault| fault.rule).collect()
}

#[test]
fn a_fault_hides_none_in_another_table_and_makes_none_elsewhere() {
    let changes = [
        ("name = \"Quay\"", "nam = \"Quay\""),
        ("value = 4", "value = true"),
        ("value = 90.5", "value = 90.5\nperiod = \"x\""),
        ("qualifier = \"range\"", "qualifier = \"rang\""),
    ];
    let mut found = rules_after("ports/quay.toml", &changes);
    found.sort();
    // That the record and two of its figures are not there is no fault of those that name them.
    let want = [Rule::UnknownKey, Rule::WrongType, Rule::UnknownId, Rule::ImpossibleDate, Rule::TwoDates];
    assert_eq!(found, want);
}

#[test]
fn a_column_counts_characters_not_bytes() {
    let faults = faults_after("ports/quay.toml", "\"一座码头。\"", "\"一座码头。\" x");
    assert!(faults[0].starts_with("data/ports/quay.toml:9:22: syntax"), "{faults:#?}");
}

#[test]
fn at_most_a_hundred_faults_of_a_file_are_told() {
    let figure = "[[figure]]\nmetric = \"nothing\"\nvalue = 1\nundated = true\nsource = \"x\"\n\
                  statement = \"s\"\nstatement_zh = \"句\"\n";
    let sound = |path: &str| SOUND.iter().find(|(name, _)| *name == path).unwrap().1;
    let keys = |value: &str| (0..64_000).map(|n| format!("k{n} = {value}\n")).collect::<Vec<_>>().concat();
    let list = (0..64_000).map(|n| format!("\"s{n}\", ")).collect::<Vec<_>>().concat();
    for (path, text, told) in [
        ("ports/many.toml", figure.repeat(5000), 100),
        ("vocabulary.toml", keys("[]"), 100),
        ("ports/many.toml", keys("\"\""), 100),
        ("ports/many.toml", keys("1"), 1),
        (
            "ports/many.toml",
            format!("{}sources = [{list}]\n", sound("ports/quay.toml").split("sources").next().unwrap()),
            100,
        ),
    ] {
        let mut files: Vec<_> = SOUND
            .iter()
            .filter(|(name, _)| *name != path)
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        files.push((path.to_owned(), text.into_bytes()));
        let faults = read(&files).1;
        let faults: Vec<_> = faults.iter().filter(|fault| fault.path == format!("data/{path}")).collect();
        assert_eq!(faults.len(), told, "{:?}", faults[0]);
        assert_eq!(
            faults[told - 1].message.ends_with(" more in this file"),
            told == 100,
            "{}",
            faults[told - 1]
        );
    }
}

#[test]
fn hostile_files_are_faults_and_no_panics() {
    for text in [
        &b"\xff\xfe"[..],
        b"name = \"\xf0\x9f\"",
        b"[[[[[[[[[",
        b"figure = 3",
        b"links = []",
        b"[[figure]]\n[[figure.figure]]\n",
        b"[[figure]]\nvalue = nan\n",
        b"[\"\\u0000\"]",
        &"[".repeat(50_000).into_bytes(),
        &"a.".repeat(10_000).into_bytes(),
    ] {
        let mut files: Vec<_> =
            SOUND.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        files.push(("ports/odd.toml".to_owned(), text.to_vec()));
        files.push(("odd/odd.toml".to_owned(), text.to_vec()));
        let faults = read(&files).1;
        assert!(faults.iter().any(|fault| fault.path == "data/ports/odd.toml"), "{text:?}");
        assert!(faults.iter().any(|fault| fault.path == "data/odd/odd.toml"), "{text:?}");
        assert!(!faults.iter().any(|fault| fault.message.contains('\0')), "{faults:?}");
    }
}

#[test]
fn a_figure_gets_what_others_know_of_it() {
    let files: Vec<_> =
        SOUND.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let figures = read(&files).0.figures;
    let figure = |id: &str| &figures.iter().find(|figure| figure.item.id == *id).unwrap().item;
    let range = figure("quay.berths.2020.whole.north.2");
    assert_eq!((&*range.label, range.unit.as_deref(), range.strength), ("B", Some("count"), Strength::Weak));
    assert_eq!(range.period_start.as_deref(), Some("2020-01-01"));
    assert_eq!(range.period_end.as_deref(), Some("2020-12-31"));
    assert_eq!(figure("quay.berths.undated").period_end, None);
    assert_eq!(figure("quay.goods.2020").superseded_by.as_deref(), Some("quay.goods.2021"));
    assert!(!figure("quay.goods.2021").is_retired() && range.origin.is_none());
}
