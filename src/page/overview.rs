//! The overview: one screen that says what, where, who, how large, how old, and what to ask next.

use super::{Page, Words, words::mark};
use crate::{
    command::Overview,
    error::Error,
    lang::{Label, Lang},
    model::{Figure, Kind},
    render::{Block, Column, Grid, Tone},
};

pub fn overview(rows: &[Overview], words: &Words) -> Result<Page, Error> {
    let Some(overview) = rows.first() else { return Ok(Page::default()) };
    let area = &overview.area;
    let lang = words.lang;
    let cite = |figure: &Figure| {
        let reference = overview.references.iter().find(|reference| reference.source.id == figure.source);
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
    let said: Vec<String> = overview
        .governance
        .iter()
        .chain(&overview.contact)
        .map(|figure| format!("{} {}", words.statement(figure), cite(figure)))
        .collect();
    blocks.push(Block::Blank);
    blocks.extend(said.into_iter().map(Block::Item));

    blocks.push(Block::Heading(words.label(Label::Scopes).to_owned()));
    let mut scopes = Grid::plain(vec![
        Column::new("").tone(Tone::Key),
        Column::new(""),
        Column::new("").right(),
        Column::new(""),
        Column::new("").tone(Tone::Faint),
    ]);
    for figure in &overview.scopes {
        let scope = figure.scope.as_deref().unwrap_or_default();
        scopes.row([
            figure.subject.to_string(),
            words.term("scope", scope)?,
            words.value(figure)?,
            words.when(figure),
            cite(figure),
        ]);
    }
    blocks.push(Block::Grid(scopes));

    blocks.push(Block::Heading(words.label(Label::Headlines).to_owned()));
    let mut headlines = Grid::plain(vec![
        Column::new(""),
        Column::new(""),
        Column::new("").tone(Tone::Strong),
        Column::new(""),
        Column::new("").tone(Tone::Faint),
    ]);
    for figure in &overview.headlines {
        let mut when = vec![words.when(figure)];
        when.extend(words.circumstances(figure)?);
        headlines.row([
            words.name_of(&figure.subject)?,
            words.metric(figure).to_owned(),
            words.value(figure)?,
            when.join(lang.comma()),
            cite(figure),
        ]);
    }
    blocks.push(Block::Grid(headlines));
    blocks.push(Block::Blank);
    blocks.push(Block::Text(age(overview, lang)));
    blocks.push(Block::Text(inside(overview, words)?));
    blocks.push(Block::Blank);
    blocks.push(Block::Text(format!("{}{}", words.label(Label::Try), lang.colon())));
    for command in [
        "liangjiang ports show guoyuan",
        "liangjiang industries --pillar",
        "liangjiang search bonded zone",
        "liangjiang gaps electricity",
        "liangjiang overview --json",
    ] {
        blocks.push(Block::Text(format!("  {command}")));
    }
    Ok(Page::of(blocks))
}

fn age(overview: &Overview, lang: Lang) -> String {
    let ages = &overview.ages;
    let (two, five, older) = (ages.up_to_two_years, ages.up_to_five_years, ages.older);
    let (ahead, undated) = (ages.ahead, ages.undated);
    let (version, all) = (&overview.data_version, overview.counts.figures);
    match lang {
        Lang::En => format!(
            "Data of {version}. Of {all} figures {two} are up to two years old, {five} up to five, \
             {older} older; {ahead} lie ahead and {undated} are undated."
        ),
        Lang::Zh => format!(
            "数据版本{version}。共{all}条数据：不超过两年的{two}条，两至五年的{five}条，更早的{older}条；\
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
    let (figures, sources, disputes, gaps) = (counts.figures, counts.sources, counts.disputes, counts.gaps);
    Ok(match words.lang {
        Lang::En => format!(
            "Inside: {}; {figures} figures from {sources} sources, {disputes} disputes, {gaps} known gaps.",
            parts.join(", ")
        ),
        Lang::Zh => format!(
            "收录：{}；数据{figures}条，来源{sources}个，争议{disputes}处，已知缺口{gaps}项。",
            parts.join("、")
        ),
    })
}
