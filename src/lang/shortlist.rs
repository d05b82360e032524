//! What the page of `shortlist` says.

use super::Lang;

/// What the data says of a park, as a heading.
#[must_use]
pub fn verdict(verdict: &str, lang: Lang) -> &'static str {
    match verdict {
        "in" => lang.pick("In", "符合"),
        "unknown" => lang.pick("Unknown", "待核实"),
        "out" => lang.pick("Out", "不符合"),
        _ => lang.pick("Nothing held", "尚无数据"),
    }
}

/// How many parks there are of a verdict.
#[must_use]
pub fn verdicts(count: usize, of: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{count} {}", verdict(of, lang).to_lowercase()),
        Lang::Zh => format!("{}{count}个", verdict(of, lang)),
    }
}

/// The least of something.
#[must_use]
pub fn at_least(value: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("at least {value}"),
        Lang::Zh => format!("不少于 {value}"),
    }
}

/// Of how many parks nothing is held.
#[must_use]
pub fn no_link(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::En) => "1 park has no link to it in the data".to_owned(),
        (_, Lang::En) => format!("{count} parks have no link to it in the data"),
        (_, Lang::Zh) => format!("{count}个园区的资料中未见与该产业的关联"),
    }
}

/// That a must-have is open: whether something is held that does not show it.
#[must_use]
pub fn not_shown(something_held: bool, lang: Lang) -> &'static str {
    if something_held {
        lang.pick("not shown by what is held", "现有资料不足以证明")
    } else {
        lang.pick("nothing held", "尚无数据")
    }
}

/// The heading of what holds for several parks.
#[must_use]
pub fn for_each_of_them(lang: Lang) -> &'static str {
    lang.pick("For each of them, from the industry and the territory", "各园区共同适用：产业及所在地域的资料")
}

/// The heading of the questions.
#[must_use]
pub fn would_decide(lang: Lang) -> &'static str {
    lang.pick("What would decide it", "待询问事项")
}

/// Whom to ask about some parks.
#[must_use]
pub fn administration_of(parks: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Ask the administration of {parks}"),
        Lang::Zh => format!("向{parks}的管理机构询问"),
    }
}

/// The heading of the rule of the order.
#[must_use]
pub fn order(lang: Lang) -> &'static str {
    lang.pick("Order", "排序规则")
}

/// The rule by which parks are judged and ordered.
#[must_use]
pub fn rule_of_order(lang: Lang) -> &'static str {
    lang.pick(
        "In: each must-have has a + of the park itself. Out: its status (merged, closed, outside) or every area held \
         has a -. Unknown: the rest with a link to the industry. Within these, first the parks with more must-haves \
         shown; then with more + of the park itself that are dated within two years of the data and rest on a source \
         that is not weak; then with more + of any date and source; then by id. Each park is counted alone, so that \
         others never change the order of two.",
        "符合：每项必备条件均有关于园区本身的“+”。不符合：状态（已并入、已关闭、区外）为“-”，或所载面积全部为“-”。\
         其余与该产业有关联的为待核实。同类中，先比已证实的必备条件数，再比数据日期前两年内且来源不弱的“+”数，\
         再比全部“+”数，最后按代号排列。各园区单独计数，增加其他园区不改变两者先后。",
    )
}

/// What a park is ordered by.
#[must_use]
pub fn rank(met: usize, must_haves: usize, current: usize, shown: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{met} of {must_haves} must-haves, {current} current and strong +, {shown} + in all")
        }
        Lang::Zh => {
            format!("必备条件{must_haves}项中已证实{met}项，近两年且来源不弱的“+”{current}条，“+”共{shown}条")
        }
    }
}

/// What the marks before reasons mean.
#[must_use]
pub fn marks_of_reasons(lang: Lang) -> &'static str {
    lang.pick(
        "+ shows it; - speaks against it; ? not shown; · decides nothing: planned, of unknown state, of a wider area, \
         or besides the must-haves; … more sources: --all.",
        "+ 可证实；- 与之相悖；? 未能证实；· 不作判定依据：属规划、现状不明、涉及更大地域，或不属必备条件；… 另有来源，见 --all。",
    )
}
