//! Sentences and parts of sentences with a number or a name in them, as pages and messages say them.

use std::fmt::Display;

use super::Lang;
use crate::model::ChangeKind;

/// Each phrase is its name with its arguments, the English and the Chinese: a function that takes the
/// arguments and the language.
macro_rules! phrases {
    ($($name:ident($($argument:ident),+) $en:literal $zh:literal)+) => {
        $(
            #[expect(missing_docs, reason = "each says itself")]
            pub fn $name($($argument: impl Display,)+ lang: Lang) -> String {
                match lang {
                    Lang::En => format!($en),
                    Lang::Zh => format!($zh),
                }
            }
        )+
    };
}

// Pages.
phrases! {
    part_of(name, id)
        "part of {name} ({id})"
        "属{name}（{id}）"
    values(count)
        "{count} values"
        "共{count}个数值"
    values_since(count, year)
        "{count} values since {year}"
        "{year}年以来共{count}个数值"
    more(count)
        "{count} more"
        "另有{count}项"
    more_sources(count)
        "{count} more for older values and the record itself"
        "另有{count}个来源支持较早数值及记录本身"
    newest_strong(metric, value, date)
        "{metric} from a weak source; the newest from a stronger one: {value} ({date})"
        "{metric}的来源较弱；较强来源的最新数值为{value}（{date}）"
    changes_since(date)
        "Changes since {date}"
        "{date}以来的变更"
    changes_begin(date)
        "changes are held since the first release, {date}"
        "变更自首个版本（{date}）起收录"
    data_ends(date)
        "the data ends on {date}: what changed after is not known"
        "数据截至{date}，此后的变更不详"
    news(date, records, figures, changed)
        "Since {date}: {records} new records, {figures} new figures, {changed} changes"
        "{date}以来：新增记录{records}条、数据{figures}条，变更{changed}项"
    data_of(date)
        "data of {date}"
        "数据截至{date}"
    sources_of_overview(sources, notes)
        "sources [n]: {sources}, caveats *: {notes} (liangjiang overview --sources)"
        "{sources}个来源[n]、{notes}条说明*：liangjiang overview --sources"
    not_held(topics)
        "Not held: {topics}"
        "尚无数据：{topics}"
    ages(two, five, older, ahead, undated)
        "Figures: {two} up to two years old, {five} to five, {older} older, {ahead} ahead, {undated} undated"
        "数据年限：两年以内{two}条，两至五年{five}条，五年以上{older}条，未来{ahead}条，无日期{undated}条"
    to_end(name)
        "to {name}"
        "至{name}"
    data_version(version)
        "data {version}"
        "数据版本 {version}"
    count_of(count, what, zh)
        "{count} {what}"
        "{zh}{count}"
    none_pass(plural, kind)
        "no {plural} pass these filters"
        "没有符合条件的{kind}"
    classed_by(label, later)
        "Classed by: {label}. Otherwise classed by: {later}"
        "分类依据：{label}。{later}的分类不同"
    in_force_and_not_shown(shown, unconfirmed)
        "{shown} in force by what was last shown; {unconfirmed} more not confirmed"
        "据最近所见有效{shown}项；另有{unconfirmed}项未见证实"
    none_has(rows)
        "None of these has: {rows}; power, gas, water, labour and taxes have a cost sheet of their own"
        "以上均无数据：{rows}；电、气、水、用工和税收成本另有成本表"
    metric_to(metric, end)
        "{metric} {end}"
        "{metric}（{end}）"
    targets_with_outcome(targets, known)
        "{targets} ({known} with outcome)"
        "{targets}（{known}项有结果）"
    briefing(names)
        "Briefing: {names}"
        "简报：{names}"
    search_for(query)
        "Search: {query}"
        "检索：{query}"
    first_of(count, names)
        "{count}: {names} ..."
        "{names}等{count}个"
    difference(size, low, high)
        "Difference: {size}, from {low} to {high}"
        "差异：{size}（{low}至{high}）"
    targets_and_outcomes(targets, met, missed, open, ahead, none)
        "Targets: {targets}; {met} met, {missed} missed, {open} cannot be told, {ahead} still ahead, {none} that no figure answers. Differences are computed from the two values."
        "共{targets}项目标：完成{met}项，未完成{missed}项，无法判定{open}项，尚未到期{ahead}项，无对应数据{none}项。差额由两个数值计算得出。"
    also_found(records)
        "Also: {records}"
        "另有：{records}"
    more_by(command)
        "More: {command}"
        "更多：{command}"
    linked_with(ids)
        "linked with {ids}"
        "与{ids}相关"
    see_also(ids)
        "see also {ids}"
        "另见{ids}"
    said_on(date)
        "said {date}"
        "{date}所述"
    verdict_by(verdict, amount)
        "{verdict} by {amount}"
        "{verdict}，相差 {amount}"
    points(number)
        "{number} percentage points"
        "{number} 个百分点"
    about(value)
        "about {value}"
        "约 {value}"
    parks_of(verdict, count)
        "{count} {verdict}"
        "{verdict}{count}个"
    no_link(count)
        "{count} with no link to it in the data"
        "{count}个园区的资料中未见与该产业的关联"
    administration_of(parks)
        "Ask the administration of {parks}"
        "向{parks}的管理机构询问"
    ranked_by(met, must_haves, current, shown)
        "{met} of {must_haves} must-haves, {current} current and strong +, {shown} + in all"
        "必备条件{must_haves}项中已证实{met}项，近两年且来源不弱的“+”{current}条，“+”共{shown}条"
    at_least(value)
        "at least {value}"
        "至少 {value}"
    at_most(value)
        "at most {value}"
        "至多 {value}"
    over(value)
        "over {value}"
        "超过 {value}"
    own_data(place)
        "own data: {place}"
        "自有数据：{place}"
    rank(number)
        "no. {number}"
        "第 {number} 位"
    checked(figures, warnings)
        "{figures} figures, no fault; warnings: {warnings}"
        "{figures}条数据，无错误，{warnings}条警告"
    ended(date)
        "ended {date} by its own terms"
        "按其规定已于{date}届满"
    open_end(from)
        "from {from}, no end named"
        "自{from}起，未载明截止时间"
    open_start(until)
        "until {until}"
        "至{until}"
    between(from, until)
        "{from} to {until}"
        "{from}至{until}"
    last_shown(status, date)
        "{status}, last shown {date}"
        "{status}（最近见于{date}）"
    quoted_title(title)
        "\u{201c}{title}\u{201d}"
        "《{title}》"
    read_on(date)
        "read {date}"
        "{date}查阅"
}

// Exported packages.
phrases! {
    package_title(area)
        "{area}: a reference for investors"
        "{area}：投资者参考资料"
}

// Help.
phrases! {
    one_of(values)
        " [possible values: {values}]"
        "［可选：{values}］"
    default_is(value)
        " [default: {value}]"
        "［默认：{value}］"
}

// Messages: lower-case, the offender in backticks.
phrases! {
    not_found(what, typed)
        "no {what} {typed}"
        "没有{what}{typed}"
    did_you_mean(names)
        "did you mean {names}?"
        "是否指{names}？"
    other_kind(id, is, asked)
        "`{id}` is one of the {is}, not of the {asked}"
        "`{id}`是{is}，不是{asked}"
    is_figure(id)
        "{id} is a figure, not a record"
        "{id}是一项数据，不是记录"
    try_command(command)
        "try `{command}`"
        "请用`{command}`"
    cannot_write_output(reason)
        "cannot write output: {reason}"
        "无法写出结果：{reason}"
    cannot_read_input(reason)
        "cannot read standard input: {reason}"
        "无法读取标准输入：{reason}"
    cannot_write(path, reason)
        "cannot write {path}: {reason}"
        "无法写入{path}：{reason}"
    cannot_remove(path, reason)
        "cannot remove {path}: {reason}"
        "无法删除{path}：{reason}"
    exists(path)
        "{path} is there already"
        "{path}已经存在"
    known_are(list)
        "known are: {list}"
        "可用的有：{list}"
    unknown_value(option, typed)
        "{option} knows no {typed}"
        "{option}没有{typed}"
    unknown_field(typed)
        "no field {typed}"
        "没有字段{typed}"
    not_comparable(records)
        "only records of one kind can be compared, not {records}"
        "只能比较同一类记录，不能比较{records}"
    no_command(command, typed, meant)
        "{command} has no command `{typed}`; did you mean `{meant}`?"
        "{command}没有命令`{typed}`；是否指`{meant}`？"
    backwards(from, to)
        "--from `{from}` is later than --to `{to}`"
        "--from `{from}`晚于--to `{to}`"
    too_many_arguments(most)
        "more than {most} words on the command line"
        "命令行超过{most}个词"
    too_many_ids(most)
        "more than {most} ids at once"
        "一次最多查询{most}个编号"
    header_skipped(header, column)
        "skipped the header {header}; its column `{column}` is read"
        "已跳过表头{header}，读取其中的`{column}`列"
    output_options(title, options)
        "{title}: {options}; see liangjiang help formats"
        "{title}：{options}；见liangjiang help formats"
    option_first(option)
        "options stand after the command that they belong to, as in `liangjiang overview --json`; {option} stands before any"
        "选项应写在所属命令之后，例如`liangjiang overview --json`；{option}之前没有命令"
    query_too_long(most)
        "the query is longer than {most} characters"
        "查询超过{most}个字符"
    not_in_format(option, format)
        "{option} does nothing in the format `{format}`"
        "`{format}`格式不能与{option}同用"
    not_a_date(option, example, typed)
        "{option} takes a date such as {example}, not {typed}"
        "{option}应为日期，如{example}，而不是{typed}"
    nothing_on(words)
        "nothing on {words}; the nearest:"
        "没有关于{words}的内容，最接近的是："
    outside(words, area)
        "nothing on {words}: the data covers {area}"
        "没有关于{words}的内容：数据只涵盖{area}"
    read_by_sound(typed)
        "{typed} read by its sound"
        "{typed}按读音或字形相近处理"
    read_as(right, typed)
        "read {right} for {typed}"
        "将{typed}当作{right}"
    nothing_found(query)
        "nothing found for {query}"
        "没有找到{query}"
    showing(id, typed)
        "showing {id} for {typed}"
        "没有{typed}，显示{id}"
    no_pager(command)
        "cannot run the pager {command}; printed without it"
        "无法运行分页程序{command}；已直接输出"
    pager_failed(command)
        "the pager {command} failed; printed without it"
        "分页程序{command}出错；已直接输出"
    cannot_read(path, reason)
        "cannot read {path}: {reason}"
        "无法读取{path}：{reason}"
    own_faults(faults, warnings)
        "in your own data, faults: {faults}, warnings: {warnings}"
        "自有数据中有错误{faults}处，警告{warnings}处"
    left_out(count)
        "left out of your own data: {count} (liangjiang check says what and why)"
        "自有数据中有{count}处未采用（用liangjiang check查看内容和原因）"
    more_errors(count)
        "and {count} more"
        "另有{count}处"
}

// What clap says in English, in Chinese.
phrases! {
    missing_arguments(list)
        "missing: {list}"
        "缺少参数：{list}"
    unexpected_argument(argument)
        "unexpected argument {argument}"
        "不认识的参数{argument}"
    unexpected_command(command)
        "unrecognized command {command}"
        "没有命令{command}"
    invalid_value(argument, value)
        "invalid value {value} for {argument}"
        "{argument}的值{value}无效"
    missing_value(argument)
        "a value is required for {argument}"
        "{argument}需要一个值"
    needless_value(argument)
        "{argument} takes no value"
        "{argument}不带值"
    conflict(argument, other)
        "{argument} cannot be used with {other}"
        "{argument}不能与{other}同用"
    repeated(argument)
        "{argument} cannot be used several times"
        "{argument}不能重复使用"
}

/// What happened to things, as a heading.
pub fn change(change: ChangeKind, lang: Lang) -> &'static str {
    let (en, zh) = match change {
        ChangeKind::Corrected => ("Corrected", "更正"),
        ChangeKind::Withdrawn => ("Withdrawn", "撤下"),
        ChangeKind::Superseded => ("Superseded", "被取代"),
        ChangeKind::Renamed => ("Renamed", "编号变更"),
        ChangeKind::Status => ("Status changed", "状态变更"),
        ChangeKind::Lapsed => ("Lapsed", "到期"),
        ChangeKind::Closed => ("Gaps closed", "已补缺口"),
        ChangeKind::New => ("New", "新增"),
        ChangeKind::Same => ("Same", "一致"),
        ChangeKind::Different => ("Different", "不同"),
        ChangeKind::Retired => ("Retired", "已取代"),
    };
    lang.pick(en, zh)
}
