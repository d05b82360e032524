//! The overview: one screen that says what, where, who, how large, how old, and what to ask next.

use super::{Page, Words, words::mark};
use crate::{
    error::Error,
    lang::{Label, Lang},
    model::{Figure, Kind},
    render::{Block, Column, Grid, Tone},
    view::Overview,
};

pub fn overview(rows: &[Overview], words: &Words) -> Result<Page, Error> {
    let Some(overview) = rows.first() else { return Ok(Page::default()) };
    let area = &overview.area;
    let lang = words.lang;
    let cite = |figure: &Figure| {
        let reference = overview.references.iter().find(|reference| reference.source.is(&figure.source));
        mark(reference.map_or(0, |reference| reference.number), figure.strength)
    };
    let mut blocks = vec![
        Block::Title(format!(
            "{}  {}",
            words.name(area),
            lang.pick(area.name_zh.as_deref().unwrap_or_default(), &area.name)
        )),
        Block::Text(lang.pick(&area.summary, &area.summary_zh).to_owned()),
    ];
    for figure in overview.governance.iter().chain(&overview.contact) {
        let gap = lang.pick(" ", "");
        blocks.push(Block::Item(format!("{}{gap}{}", words.statement(figure), cite(figure))));
    }

    blocks.push(Block::Heading(words.label(Label::Scopes).to_owned()));
    let mut scopes = Grid::plain(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).right().whole(),
        Column::new("").whole(),
        Column::new("").tone(Tone::Faint).whole(),
    ]);
    for figure in &overview.scopes {
        let scope = words.term("scope", figure.scope.as_deref().unwrap_or_default())?;
        scopes.row([scope, words.value(figure)?, words.when(figure), cite(figure)]);
    }
    blocks.push(Block::Grid(scopes));

    blocks.push(Block::Heading(words.label(Label::Headlines).to_owned()));
    let mut headlines = Grid::plain(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).whole(),
        Column::new("").tone(Tone::Faint).whole(),
    ]);
    for figure in &overview.headlines {
        let mut what = vec![words.metric(figure).to_owned()];
        if figure.scope.is_none() {
            what.push(figure.subject.to_string());
        }
        what.push(words.when(figure));
        what.extend(words.circumstances(figure)?);
        headlines.row([what.join(lang.comma()), words.value(figure)?, cite(figure)]);
    }
    blocks.push(Block::Grid(headlines));
    blocks.push(Block::Blank);
    blocks.push(Block::Text(age(overview, lang)));
    blocks.push(Block::Text(inside(overview, words)?));
    let mut commands = Grid::plain(vec![Column::new("").tone(Tone::Key), Column::new("")]);
    for (command, en, zh) in COMMANDS {
        commands.row([(*command).to_owned(), lang.pick(en, zh).to_owned()]);
    }
    blocks.push(Block::Heading(words.label(Label::Try).to_owned()));
    blocks.push(Block::Grid(commands));
    blocks.push(Block::Blank);
    for reference in &overview.references {
        blocks.push(Block::Reference(reference.number, words.source(&reference.source.read()?)?));
    }
    Ok(Page::of(blocks))
}

/// Commands to try, and what each shows.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("liangjiang ports show guoyuan", "a port, with every figure and its source", "一个港口的全部数据及来源"),
    ("liangjiang industries --pillar", "the pillar industries", "支柱产业"),
    ("liangjiang search bonded zone", "anything, by name, pinyin or topic", "按名称、拼音或主题查找"),
    ("liangjiang gaps electricity", "what no source answers", "尚无来源回答的问题"),
    ("liangjiang figures chongqing --json", "figures for a script", "供脚本使用的数据"),
];

fn age(overview: &Overview, lang: Lang) -> String {
    let ages = &overview.ages;
    let (two, five, older) = (ages.up_to_two_years, ages.up_to_five_years, ages.older);
    let (ahead, undated) = (ages.ahead, ages.undated);
    let (version, all) = (&overview.data_version, overview.counts.figures);
    match lang {
        Lang::En => format!(
            "Data of {version}: of {all} figures {two} are up to two years old, {five} up to five, \
             {older} older; {ahead} lie ahead, {undated} are undated."
        ),
        Lang::Zh => format!(
            "数据版本{version}：共{all}条数据，不超过两年的{two}条，两至五年的{five}条，更早的{older}条；\
             属未来的{ahead}条，未注明时间的{undated}条。"
        ),
    }
}

fn inside(overview: &Overview, words: &Words) -> Result<String, Error> {
    let counts = &overview.counts;
    let mut parts = Vec::new();
    for kind in Kind::ALL {
        let count = counts.of(kind);
        parts.push(match words.lang {
            Lang::En => format!("{count} {}", kind.plural()),
            Lang::Zh => format!("{}{count}", words.term("kind", kind.name())?),
        });
    }
    let (sources, disputes, gaps) = (counts.sources, counts.disputes, counts.gaps);
    parts.extend(match words.lang {
        Lang::En => [format!("{sources} sources"), format!("{disputes} disputes"), format!("{gaps} gaps")],
        Lang::Zh => [format!("来源{sources}"), format!("争议{disputes}"), format!("缺口{gaps}")],
    });
    let stop = words.lang.pick(".", "。");
    Ok(format!(
        "{}{}{}{stop}",
        words.label(Label::Inside),
        words.lang.colon(),
        parts.join(words.lang.enumerate())
    ))
}
