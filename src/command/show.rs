//! `show`: records in full, with their figures, disputes, gaps and numbered references.
//!
//! The page, top-down: names, category and status, summary; figures by theme, a series as its newest
//! value; targets apart; disputes, links, gaps; numbered references at the foot.

use std::{cmp::Reverse, io::Write};

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, targets, with_output};
use crate::{
    error::Error,
    lang::{self, Label, Lang},
    model::{Dispute, Figure, Gap, Kind, Record, Source, Span, Status, Text, series::SOME_PART},
    page::{Labels, Page, is_date, mark, shown_as_statement},
    query::{
        resolve::{self, Resolved},
        targets::TargetResult,
    },
    render::{self, Block, Column, Grid, Tone},
    store::{Atlas, Stored, format::Series},
};

pub const SHOW: Entry = Entry {
    name: "show",
    about: "Records of any kind by id or name",
    examples: &[
        "liangjiang show guoyuan",
        "liangjiang show 果园港 --lang zh",
        "liangjiang ports -f ids | liangjiang show - -f jsonl",
    ],
    ..of_kind(&[])
};

/// The `show` of one kind.
pub const fn of_kind(examples: &'static [&'static str]) -> Entry {
    Entry {
        name: "show",
        about: "One or more of them in full",
        examples,
        options: with_output::<ShowArgs>,
        run,
        contract: Some(Contract { keys: Shown::KEYS, row: "Shown", shape: Shape::AsAsked }),
        show: None,
    }
}

/// Arguments of `show`.
#[derive(Args, Debug)]
struct ShowArgs {
    /// Id, name in English or Chinese, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
}

fn run(name: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ShowArgs { mut ids } = ShowArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let Resolved { records, notes, missing } = resolve::records(&atlas, &ids, Kind::from_plural(name), printer.matching())?;
    let for_page = printer.draws_page();
    let rows = records.into_iter().map(|(number, record)| shown(atlas, number, record, for_page));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    // From standard input the answer is a list, however many ids there were.
    let single = ids.len() == 1 && !piped;
    printer.print(Answer { rows, single, missing, notes }, &page)
}

/// A record in full.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown<'a> {
    /// The record itself.
    #[serde(flatten)]
    pub record: Record<'a>,
    /// Its figures, by metric, scope, part, status and date.
    #[cfg_attr(test, schemars(with = "Vec<Figure>"))]
    pub figures: Vec<Stored<'a, Figure<'a>>>,
    /// Where sources disagree on one of its figures.
    pub disputes: Vec<Dispute<'a>>,
    /// What is not known of it.
    pub gaps: Vec<Gap<'a>>,
    /// Its sources, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
    /// Its figures in series, as ranges of `figures`; only for a page.
    #[serde(skip)]
    pub series: Vec<Series>,
    /// What came of its targets, where it is a plan; only for a page.
    #[serde(skip)]
    pub targets: Vec<TargetResult<'a>>,
}

/// A source with the number by which a page calls it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reference<'a> {
    /// The number, from 1.
    pub number: usize,
    /// The source.
    #[serde(flatten)]
    #[cfg_attr(test, schemars(with = "Source"))]
    pub source: Stored<'a, Source<'a>>,
}

impl Row for Shown<'_> {
    const KEYS: &'static [&'static str] = &[
        "kind",
        "id",
        "name",
        "name_zh",
        "pinyin",
        "aliases",
        "category",
        "status",
        "status_as_of",
        "parent",
        "country",
        "groups",
        "summary",
        "summary_zh",
        "links",
        "sources",
        "figures",
        "disputes",
        "gaps",
        "references",
    ];

    fn id(&self) -> String {
        self.record.id.to_string()
    }

    /// The object that serde would make, with the stored JSON of figures and sources copied.
    fn write_json(&self, out: &mut dyn Write) -> Result<(), Error> {
        let record = serde_json::to_string(&self.record)?;
        write!(out, "{{{},\"figures\":[", render::members(&record))?;
        for (n, figure) in self.figures.iter().enumerate() {
            out.write_all(if n > 0 { b"," } else { b"" })?;
            out.write_all(figure.json().as_bytes())?;
        }
        out.write_all(b"],\"disputes\":")?;
        serde_json::to_writer(&mut *out, &self.disputes)?;
        out.write_all(b",\"gaps\":")?;
        serde_json::to_writer(&mut *out, &self.gaps)?;
        out.write_all(b",\"references\":[")?;
        for (n, Reference { number, source }) in self.references.iter().enumerate() {
            out.write_all(if n > 0 { b"," } else { b"" })?;
            write!(out, "{{\"number\":{number},{}}}", render::members(source.json()))?;
        }
        Ok(out.write_all(b"]}")?)
    }

    fn cited(&self) -> Option<Vec<Text<'_>>> {
        Some(self.references.iter().map(|reference| Text::from(reference.source.id())).collect())
    }
}

/// A record with its figures and what stands beside them. `for_page` adds what only a page shows.
fn shown<'a>(
    atlas: Atlas<'a>,
    number: usize,
    record: Record<'a>,
    for_page: bool,
) -> Result<Shown<'a>, Error> {
    let index = atlas.record_index(number)?;
    let figures = index.figure_range().map(|n| atlas.stored_figure(n)).collect::<Result<Vec<_>, _>>()?;
    let disputes = index.disputes.iter().map(|n| atlas.dispute(*n as usize)).collect::<Result<_, _>>()?;
    let gaps = index.gaps.iter().map(|n| atlas.gap(*n as usize)).collect::<Result<_, _>>()?;
    let reference = |(n, source): (usize, &u32)| {
        Ok(Reference { number: n + 1, source: atlas.stored_source(*source as usize)? })
    };
    let references = index.references.iter().enumerate().map(reference).collect::<Result<_, Error>>()?;
    let mut shown =
        Shown { record, figures, disputes, gaps, references, series: Vec::new(), targets: Vec::new() };
    if for_page {
        shown.series = atlas.series_of(number)?;
        for series in &mut shown.series {
            // Within the figures of the record.
            series.first -= index.first;
            series.newest.iter_mut().for_each(|newest| *newest -= index.first);
        }
        if shown.record.kind == Kind::Plan {
            shown.targets = targets::of_records(&atlas, [number])?;
        }
    }
    Ok(shown)
}

/// Figures older than this, against the date of the data, say their year first.
const OLD_YEARS: u16 = 5;

fn page(rows: &[Shown], labels: &Labels) -> Result<Page, Error> {
    let mut blocks = Vec::new();
    for (n, shown) in rows.iter().enumerate() {
        if n > 0 {
            blocks.push(Block::Blank);
        }
        RecordPage { shown, labels, old: old_before(labels)?, cited: Vec::new() }.draw(&mut blocks)?;
    }
    Ok(Page::of(blocks))
}

fn old_before(labels: &Labels) -> Result<Option<Span>, Error> {
    let date = labels.atlas.about()?.date();
    Ok(Span::parse_date(&date).map(|span| Span { end: span.end.years_before(OLD_YEARS), ..span }))
}

struct RecordPage<'p, 'a> {
    shown: &'p Shown<'a>,
    labels: &'p Labels<'p>,
    old: Option<Span>,
    cited: Vec<usize>,
}

impl<'p> RecordPage<'p, '_> {
    fn draw(mut self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        self.head(blocks)?;
        let groups = self.groups()?;
        // The vocabulary has the themes in the order in which a page shows them.
        let mut themes: Vec<usize> = groups.iter().map(|group| group.theme).collect();
        themes.sort_unstable();
        themes.dedup();
        for theme in themes {
            let of_theme = groups.iter().filter(|group| group.theme == theme && !group.is_forecast);
            let term = self.labels.atlas.term_at(theme)?;
            self.section(blocks, self.labels.lang.pick(&term.label, &term.label_zh), of_theme)?;
        }
        let aims = self.labels.label(Label::Aims);
        self.section(blocks, aims, groups.iter().filter(|group| group.is_forecast))?;
        if self.shown.record.kind == Kind::Plan {
            blocks.extend(targets::section_of_plan(&self.shown.targets, self.labels)?);
        }
        self.disputes(blocks);
        self.links(blocks)?;
        self.gaps(blocks);
        self.references(blocks)
    }

    fn head(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        let (record, labels) = (&self.shown.record, self.labels);
        let other = match labels.lang {
            Lang::En => record.name_zh.as_deref().unwrap_or_default(),
            Lang::Zh => &record.name,
        };
        let name = labels.name(record);
        let title =
            if other.is_empty() || other == name { name.to_owned() } else { format!("{name}  {other}") };
        blocks.push(Block::Title(title));
        let mut facts = vec![labels.term("category", &record.category)?];
        let status = labels.record_status(record)?;
        if !status.is_empty() {
            let as_of = record
                .status_as_of
                .as_deref()
                .map(|date| labels.lang.bracket(&lang::date(date, labels.lang)));
            facts.push(format!("{status}{}", as_of.unwrap_or_default()));
        }
        for country in &record.country {
            facts.push(labels.term("country", country)?);
        }
        if let Some(parent) = &record.parent {
            facts.push(match labels.lang {
                Lang::En => format!("part of {} ({parent})", labels.name_of(parent)?),
                Lang::Zh => format!("属{}（{parent}）", labels.name_of(parent)?),
            });
        }
        blocks.push(Block::Faint(format!("{} · {}", record.id, facts.join(" · "))));
        for group in &record.groups {
            let (tier, scheme) = (labels.term("tier", &group.tier)?, labels.term("scheme", &group.scheme)?);
            blocks.push(Block::Faint(format!("{tier}{}{scheme}", labels.lang.colon())));
        }
        blocks.push(Block::Blank);
        blocks.push(Block::Text(labels.lang.pick(&record.summary, &record.summary_zh).to_owned()));
        Ok(())
    }

    /// The figures in series, each under its theme; the series of one metric stand newest first.
    fn groups(&self) -> Result<Vec<Group<'p>>, Error> {
        let mut groups = Vec::new();
        for series in &self.shown.series {
            let newest = series.newest.iter().map(|n| self.shown.figures[*n as usize].read());
            let newest = newest.collect::<Result<Vec<_>, _>>()?;
            let Some(figure) = newest.first() else { continue };
            groups.push(Group {
                first: series.first,
                theme: series.theme as usize,
                is_forecast: matches!(figure.status, Status::Target | Status::Estimate),
                by_statement: series.repeats || figure.part.as_deref() == Some(SOME_PART),
                since: series.since,
                len: series.len as usize,
                newest,
            });
        }
        let recency = |group: &Group| group.newest.first().and_then(Figure::span).map(Span::recency);
        groups.chunk_by_mut(|a: &Group, b: &Group| a.metric() == b.metric()).for_each(|own| {
            own.sort_by_cached_key(|group| (Reverse(recency(group)), group.first));
        });
        Ok(groups)
    }

    fn section<'g>(
        &mut self,
        blocks: &mut Vec<Block>,
        heading: &str,
        groups: impl Iterator<Item = &'g Group<'p>>,
    ) -> Result<(), Error>
    where
        'p: 'g,
    {
        let mut grid = Grid::plain(vec![
            Column::new(""),
            Column::new("").tone(Tone::Faint).no_wrap(),
            Column::new("").tone(Tone::Strong),
            Column::new("").flexible(),
            Column::new("").tone(Tone::Faint).no_wrap(),
        ]);
        let mut said = Vec::new();
        let mut label = String::new();
        for group in groups {
            for figure in &group.newest {
                let cite = self.cite(figure);
                if group.by_statement || shown_as_statement(figure) {
                    said.push(Block::Item(self.sentence(figure, &cite)?));
                    continue;
                }
                let own = self.labels.metric(figure);
                let shown = if own == label { String::new() } else { own.to_owned() };
                own.clone_into(&mut label);
                let when = if is_date(figure) { String::new() } else { self.labels.date_text(figure) };
                grid.row([shown, when, self.labels.value(figure)?, self.details(figure, group)?, cite]);
            }
        }
        if grid.rows.is_empty() && said.is_empty() {
            return Ok(());
        }
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Grid(grid));
        blocks.append(&mut said);
        Ok(())
    }

    /// A figure that is said by its sentence, with its date; an old one says its year first. The sentence
    /// of a date says when by itself.
    fn sentence(&self, figure: &Figure, cite: &str) -> Result<String, Error> {
        let (labels, statement) = (self.labels, self.labels.statement(figure));
        let old = figure.span().zip(self.old).filter(|(span, old)| span.end < old.end);
        let year = old.map(|(span, _)| span.end.year.to_string()).filter(|_| !is_date(figure));
        let mut beside = Vec::new();
        if !is_date(figure) && figure.date_text() != year.as_deref() {
            beside.push(labels.date_text(figure));
        }
        beside.extend(labels.status_label(figure)?);
        if self.is_disputed(figure) {
            beside.push(labels.label(Label::Disputed).to_owned());
        }
        let year = year.map_or_else(String::new, |year| lang::date(&year, labels.lang) + labels.lang.colon());
        let beside = match &beside[..] {
            [] => String::new(),
            beside => labels.lang.bracket(&beside.join(labels.lang.comma())),
        };
        Ok([&*year, statement, &beside, labels.lang.pick(" ", ""), cite].concat())
    }

    /// What stands beside a value: claim, scope, part, the span of the series, a dispute.
    fn details(&self, figure: &Figure, group: &Group) -> Result<String, Error> {
        let labels = self.labels;
        let mut beside = labels.qualifiers(figure)?;
        if let (Some(since), count @ 2..) = (group.since, group.len) {
            beside.push(match labels.lang {
                Lang::En => format!("{count} values since {since}"),
                Lang::Zh => format!("{since}年以来共{count}个数值"),
            });
        }
        if self.is_disputed(figure) {
            beside.push(labels.label(Label::Disputed).to_owned());
        }
        Ok(beside.join(labels.lang.comma()))
    }

    fn is_disputed(&self, figure: &Figure) -> bool {
        self.shown.disputes.iter().any(|dispute| dispute.figures.contains(&figure.id))
    }

    fn cite(&mut self, figure: &Figure) -> String {
        let number = self.number(&figure.source);
        if !self.cited.contains(&number) {
            self.cited.push(number);
        }
        mark(number, figure.strength)
    }

    fn number(&self, source: &str) -> usize {
        let at = self.shown.references.iter().find(|reference| reference.source.id() == source);
        at.map_or(0, |reference| reference.number)
    }

    fn disputes(&self, blocks: &mut Vec<Block>) {
        if self.shown.disputes.is_empty() {
            return;
        }
        let lang = self.labels.lang;
        blocks.push(Block::Heading(self.labels.label(Label::Disagree).to_owned()));
        for dispute in &self.shown.disputes {
            let text = lang.pick(&dispute.text, &dispute.text_zh);
            let stop = if text.ends_with(['.', '。']) { "" } else { lang.pick(".", "。") };
            let note = lang.pick(&dispute.note, &dispute.note_zh);
            blocks.push(Block::Item(format!("{text}{stop}{}{note}", lang.pick(" ", ""))));
        }
    }

    fn links(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        let mut grid = Grid::plain(vec![Column::new(""), Column::new("")]);
        for kind in Kind::ALL {
            let mut names = Vec::new();
            for id in self.shown.record.links.of(kind) {
                let name = self.labels.name_of(id)?;
                names.push(name + &self.labels.lang.bracket(id));
            }
            if !names.is_empty() {
                let kind = self.labels.term("kind", kind.name())?;
                grid.row([kind, names.join(self.labels.lang.enumerate())]);
            }
        }
        if !grid.rows.is_empty() {
            blocks.push(Block::Heading(self.labels.label(Label::Links).to_owned()));
            blocks.push(Block::Grid(grid));
        }
        Ok(())
    }

    fn gaps(&self, blocks: &mut Vec<Block>) {
        if self.shown.gaps.is_empty() {
            return;
        }
        blocks.push(Block::Heading(self.labels.label(Label::NotKnown).to_owned()));
        for gap in &self.shown.gaps {
            blocks.push(Block::Item(self.labels.lang.pick(&gap.text, &gap.text_zh).to_owned()));
        }
    }

    fn references(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        blocks.push(Block::Heading(self.labels.label(Label::References).to_owned()));
        for reference in &self.shown.references {
            if self.cited.contains(&reference.number) || self.cited.is_empty() {
                let source = self.labels.source(&reference.source.read()?)?;
                blocks.push(Block::Reference(reference.number, source));
            }
        }
        let more = self.shown.references.len() - self.cited.len();
        if more > 0 && !self.cited.is_empty() {
            let id = &self.shown.record.id;
            blocks.push(Block::Faint(match self.labels.lang {
                Lang::En => format!(
                    "{more} more for older values and the record itself: liangjiang show {id} --fields references --json"
                ),
                Lang::Zh => format!("另有{more}个来源支持较早数值及记录本身：liangjiang show {id} --fields references --json"),
            }));
        }
        Ok(())
    }
}

/// A series as the page shows it.
struct Group<'p> {
    /// The first of its figures, which orders series within a metric.
    first: u32,
    /// Its theme, as the number of a term.
    theme: usize,
    /// Whether it is of targets or estimates, which have a section of their own.
    is_forecast: bool,
    /// Whether each figure is shown by its statement, because its value alone does not say what it is of.
    by_statement: bool,
    /// The year of the oldest of several figures.
    since: Option<u16>,
    /// How many figures it has.
    len: usize,
    /// The newest of them.
    newest: Vec<Figure<'p>>,
}

impl Group<'_> {
    fn metric(&self) -> Option<&str> {
        self.newest.first().map(|figure| &*figure.metric)
    }
}
