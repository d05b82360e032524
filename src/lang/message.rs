//! What the program says on standard error, in both languages: one voice, lower-case, the offender in
//! backticks, a hint where there is one.

use super::Lang;
use crate::{
    cli::limit,
    error::{Entity, Error, UsageError},
    model::{Kind, is_invisible},
};

/// Prefix of every line that is said on standard error.
pub const PREFIX: &str = "liangjiang: ";

/// Text that a user typed, in backticks, fit for a terminal: nothing invisible, nothing long.
#[must_use]
pub fn quoted(typed: &str) -> String {
    format!("`{}`", short(typed))
}

/// Text that a user typed, fit for a terminal.
#[must_use]
pub fn short(typed: &str) -> String {
    shortened(typed, limit::SAID)
}

fn shortened(typed: &str, most: usize) -> String {
    let shown = visible(typed);
    match shown.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    }
}

/// The text with every invisible character as its escape.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// A kind in the singular, within a sentence.
#[must_use]
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    lang.pick(kind.name(), kind.name_zh())
}

/// What an error says: a sentence, then hints, each a line.
#[must_use]
pub fn error(error: &Error, lang: Lang) -> Vec<String> {
    match error {
        Error::NotFound { what, typed, candidates } => {
            let typed = quoted(typed);
            let what = match (what, lang) {
                (Entity::Record(None), Lang::En) => "record".to_owned(),
                (Entity::Record(None), Lang::Zh) => "记录".to_owned(),
                (Entity::Record(Some(k)), _) => kind(*k, lang).to_owned(),
                (Entity::Metric, _) => lang.pick("metric", "指标").to_owned(),
                (Entity::Figure, _) => lang.pick("figure", "数据").to_owned(),
                (Entity::Source, _) => lang.pick("source", "来源").to_owned(),
            };
            let mut lines = vec![match lang {
                Lang::En => format!("no {what} {typed}"),
                Lang::Zh => format!("没有{what}{typed}"),
            }];
            lines.extend(did_you_mean(candidates, lang));
            lines
        }
        Error::OtherKind { asked, is, id } => {
            let command = format!("liangjiang {} show {id}", is.plural());
            match lang {
                Lang::En => vec![
                    format!("`{id}` is {}, not {}", article(kind(*is, lang)), article(kind(*asked, lang))),
                    format!("try `{command}`"),
                ],
                Lang::Zh => vec![
                    format!("`{id}`是{}，不是{}", kind(*is, lang), kind(*asked, lang)),
                    format!("请用`{command}`"),
                ],
            }
        }
        Error::Usage(usage) => self::usage(usage, lang),
        Error::Clap(error) => clap(error),
        Error::Data(_) => {
            vec![lang.pick("the data inside the program cannot be read", "程序内的数据无法读取").to_owned()]
        }
        Error::Output(error) => vec![match lang {
            Lang::En => format!("cannot write output: {}", reason(error)),
            Lang::Zh => format!("无法写出结果：{}", reason(error)),
        }],
        Error::Read(error) => vec![match lang {
            Lang::En => format!("cannot read standard input: {}", reason(error)),
            Lang::Zh => format!("无法读取标准输入：{}", reason(error)),
        }],
        Error::NotUtf8 => {
            vec![lang.pick("standard input is not UTF-8 text", "标准输入不是UTF-8文本").to_owned()]
        }
        Error::Write { path, source } => vec![match lang {
            Lang::En => format!("cannot write {}: {}", quoted(path), reason(source)),
            Lang::Zh => format!("无法写入{}：{}", quoted(path), reason(source)),
        }],
        Error::Exists(path) => vec![
            match lang {
                Lang::En => format!("{} is there already", quoted(path)),
                Lang::Zh => format!("{}已经存在", quoted(path)),
            },
            lang.pick("use `--force` to replace it", "如需替换，请加`--force`").to_owned(),
        ],
    }
}

/// `a port`, `an industry`.
fn article(noun: &str) -> String {
    let an = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if an { "an" } else { "a" })
}

/// The hint that names what may have been meant.
fn did_you_mean(candidates: &[String], lang: Lang) -> Option<String> {
    let names: Vec<_> = candidates.iter().take(5).map(|id| quoted(id)).collect();
    (!names.is_empty()).then(|| match lang {
        Lang::En => format!("did you mean {}?", names.join(", ")),
        Lang::Zh => format!("是否指{}？", names.join("、")),
    })
}

fn usage(usage: &UsageError, lang: Lang) -> Vec<String> {
    let known = |known: &[String]| match lang {
        Lang::En => format!("known are: {}", known.join(", ")),
        Lang::Zh => format!("可用的有：{}", known.join("、")),
    };
    match usage {
        UsageError::UnknownValue { option, typed, known: all } => vec![
            match lang {
                Lang::En => format!("{option} knows no {}", quoted(typed)),
                Lang::Zh => format!("{option}没有{}", quoted(typed)),
            },
            known(all),
        ],
        UsageError::UnknownField { typed, known: all } => vec![
            match lang {
                Lang::En => format!("no field {}", quoted(typed)),
                Lang::Zh => format!("没有字段{}", quoted(typed)),
            },
            known(all),
        ],
        UsageError::NotComparable(records) => {
            let list: Vec<_> = records
                .iter()
                .take(limit::ERRORS)
                .map(|(id, k)| format!("`{id}`{}", lang.bracket(kind(*k, lang))))
                .collect();
            vec![match lang {
                Lang::En => format!("only records of one kind can be compared, not {}", list.join(", ")),
                Lang::Zh => format!("只能比较同一类记录，不能比较{}", list.join("、")),
            }]
        }
        UsageError::TooFew => {
            vec![lang.pick("a comparison needs two records or more", "比较至少需要两条记录").to_owned()]
        }
        UsageError::NoCommand { command, typed, meant } => {
            let [typed, meant] = [typed, meant].map(|text| shortened(text, limit::SAID / 2));
            vec![match lang {
                Lang::En => format!("{command} has no command `{typed}`; did you mean `{meant}`?"),
                Lang::Zh => format!("{command}没有命令`{typed}`；是否指`{meant}`？"),
            }]
        }
        UsageError::Backwards { from, to } => {
            let [from, to] = [from, to].map(|text| shortened(text, limit::SAID / 2));
            vec![match lang {
                Lang::En => format!("--from `{from}` is later than --to `{to}`"),
                Lang::Zh => format!("--from `{from}`晚于--to `{to}`"),
            }]
        }
        UsageError::TooManyIds(most) => vec![match lang {
            Lang::En => format!("more than {most} ids at once"),
            Lang::Zh => format!("一次最多查询{most}个id"),
        }],
        UsageError::OptionFirst(option) => vec![match lang {
            Lang::En => format!(
                "options stand after the command that they belong to, as in `liangjiang overview --json`; \
                 {} stands before any",
                quoted(option)
            ),
            Lang::Zh => format!(
                "选项应写在所属命令之后，例如`liangjiang overview --json`；{}之前没有命令",
                quoted(option)
            ),
        }],
        UsageError::QueryTooLong(most) => vec![match lang {
            Lang::En => format!("the query is longer than {most} characters"),
            Lang::Zh => format!("查询超过{most}个字符"),
        }],
        UsageError::NoSuchFormat { format } => vec![match lang {
            Lang::En => format!("this command has no format `{format}`"),
            Lang::Zh => format!("此命令没有`{format}`格式"),
        }],
        UsageError::NoFieldsIn { format } => vec![match lang {
            Lang::En => format!("--fields picks nothing in the format `{format}`"),
            Lang::Zh => format!("`{format}`格式不能与--fields同用"),
        }],
        UsageError::NotADate { option, typed } => vec![match lang {
            Lang::En => format!("{option} takes a year such as 2023, not {}", quoted(typed)),
            Lang::Zh => format!("{option}应为年份，如2023，而不是{}", quoted(typed)),
        }],
    }
}

/// clap's own words (English), with what was typed made harmless.
fn clap(error: &clap::Error) -> Vec<String> {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    text.lines().map(|line| line.split(' ').map(short).collect::<Vec<_>>().join(" ")).collect()
}

/// Why something could not be written.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

/// What none of the hits speaks to, above the nearest of them.
#[must_use]
pub fn nothing_on(words: &[String], lang: Lang) -> String {
    let words = listed(words, lang);
    match lang {
        Lang::En => format!("nothing on {words}; the nearest:"),
        Lang::Zh => format!("没有关于{words}的内容，最接近的是："),
    }
}

/// What lies outside the data, and what does not.
#[must_use]
pub fn outside(words: &[String], lang: Lang) -> String {
    let words = listed(words, lang);
    match lang {
        Lang::En => format!("nothing on {words}: the data covers Liangjiang and Chongqing"),
        Lang::Zh => format!("没有关于{words}的内容：数据只涵盖两江新区和重庆"),
    }
}

/// A word that was read otherwise than typed: as another, or as one of the same sound.
#[must_use]
pub fn read_as(typed: &str, right: &str, lang: Lang) -> String {
    match (right, lang) {
        ("", Lang::En) => format!("{} read by its sound", quoted(typed)),
        ("", Lang::Zh) => format!("{}按读音或字形相近处理", quoted(typed)),
        (right, Lang::En) => format!("read {} for {}", quoted(right), quoted(typed)),
        (right, Lang::Zh) => format!("将{}当作{}", quoted(typed), quoted(right)),
    }
}

fn listed(words: &[String], lang: Lang) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(lang.pick(", ", "、"))
}

/// A search that found nothing.
#[must_use]
pub fn nothing_found(query: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("nothing found for {}", quoted(query)),
        Lang::Zh => format!("没有找到{}", quoted(query)),
    }
}

/// A near miss that was answered.
#[must_use]
pub fn showing(id: &str, typed: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("showing {id} for {}", quoted(typed)),
        Lang::Zh => format!("没有{}，显示{id}", quoted(typed)),
    }
}

/// That ids are waited for.
#[must_use]
pub fn reads_ids(lang: Lang) -> &'static str {
    lang.pick(
        "reading ids from standard input, one a line; end with Ctrl-D",
        "正在从标准输入读取id，每行一个；按Ctrl-D结束",
    )
}

/// The header of a list of ids that is not one.
#[must_use]
pub fn header_skipped(header: &str, column: &str, lang: Lang) -> String {
    let header = quoted(header);
    match lang {
        Lang::En => format!("skipped the header {header}; its column `{column}` is read"),
        Lang::Zh => format!("已跳过表头{header}，读取其中的`{column}`列"),
    }
}

/// A pager that cannot be run.
#[must_use]
pub fn no_pager(asked: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("cannot run the pager {}; printed without it", quoted(asked)),
        Lang::Zh => format!("无法运行分页程序{}；已直接输出", quoted(asked)),
    }
}

/// A pager that ended with an error.
#[must_use]
pub fn pager_failed(command: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the pager {} failed; printed without it", quoted(command)),
        Lang::Zh => format!("分页程序{}出错；已直接输出", quoted(command)),
    }
}

/// Columns that were left out for want of room.
#[must_use]
pub fn dropped(titles: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => format!("no room for: {}; use --width 0 or --format json to see all", titles.join(", ")),
        Lang::Zh => format!("宽度不足，未显示：{}；用--width 0或--format json查看全部", titles.join("、")),
    }
}

/// How many more errors there were than are said.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more"),
        Lang::Zh => format!("另有{count}处"),
    }
}
