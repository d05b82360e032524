//! `show`: records in full, with their figures, disputes, gaps and numbered references.
//!
//! The page, top-down: names, category and status with its date, summary; key figures, what is disputed
//! and what is not known, on the first screen; then the rest by theme, newest first, a series as its
//! newest value, what has no room folded into a line that says how many (`--all` unfolds it); links; numbered
//! references at the foot.

use std::{cmp::Reverse, io::Write};

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, briefing, targets::section_of_plan, with_files};
use crate::{
    cli::Format,
    error::Error,
    lang::{Label, phrase},
    model::{Dispute, Figure, Gap, Kind, Record, Source, Span, Status, Text, series::SOME_PART},
    page::{Citations, Labels, Page, chart, explained, mark, shown_as_statement},
    query::{
        resolve::{self, Resolved},
        targets::{self, TargetResult},
    },
    render::{self, Block, Column, Grid, Tone, width},
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
        options: with_files::<ShowArgs>,
        run,
        contract: Some(Contract { row: "Shown", shape: Shape::AsAsked }),
        show: None,
    }
}

#[derive(Args, Debug)]
struct ShowArgs {
    /// Id, name in English or Chinese, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    /// Every figure, link and gap, older ones too
    #[arg(long)]
    all: bool,
}

fn run(name: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ShowArgs { mut ids, all } = ShowArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let Resolved { records, notes, missing } =
        resolve::records(&atlas, &ids, Kind::from_plural(name), printer.matching())?;
    if printer.options.format() == Format::Toml {
        print_files(&records, printer)?;
        printer.report(&missing, &notes);
        return Ok(());
    }
    let for_page = printer.draws_page();
    let mut rows = Vec::with_capacity(records.len());
    for (number, record) in records {
        rows.push(shown(atlas, number, record, for_page)?);
    }
    // From standard input the answer is a list, however many ids there were.
    let single = ids.len() == 1 && !piped;
    printer
        .print(Answer { rows, single, apart: true, missing, notes }, &|rows, labels| page(rows, all, labels))
}

/// Prints records as files of the data, in the order that its guide asks for.
fn print_files(records: &[(usize, Record)], printer: &mut Printer) -> Result<(), Error> {
    for (number, record) in records {
        let mut figures = printer.atlas.figures_of(*number)?;
        for of_metric in figures.chunk_by_mut(|one, next| one.metric == next.metric) {
            let days = |figure: &Figure| figure.span().map(|span| (span.end, span.start));
            of_metric.sort_by(|a, b| (days(a), &a.id).cmp(&(days(b), &b.id)));
            for figure in of_metric {
                let metric = printer.atlas.metric(&figure.metric)?;
                figure.unit.take_if(|unit| metric.is_some_and(|metric| metric.unit.as_ref() == Some(unit)));
            }
        }
        printer.write(render::toml(record, &figures)?)?;
    }
    Ok(())
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
    #[cfg_attr(test, schemars(with = "Vec<Dispute>"))]
    pub disputes: Vec<Stored<'a, Dispute<'a>>>,
    /// What is not known of it.
    #[cfg_attr(test, schemars(with = "Vec<Gap>"))]
    pub gaps: Vec<Stored<'a, Gap<'a>>>,
    /// Its sources, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
    /// Its figures in series; only for a page.
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
    /// The object that serde would make, with the stored JSON of figures and sources copied.
    fn write_json(&self, out: &mut dyn Write) -> Result<(), Error> {
        let record = serde_json::to_string(&self.record)?;
        write!(out, "{{{},\"figures\":[", render::members(&record))?;
        write_stored(&self.figures, out)?;
        out.write_all(b"],\"disputes\":[")?;
        write_stored(&self.disputes, out)?;
        out.write_all(b"],\"gaps\":[")?;
        write_stored(&self.gaps, out)?;
        out.write_all(b"],\"references\":[")?;
        for (n, Reference { number, source }) in self.references.iter().enumerate() {
            out.write_all(if n > 0 { b"," } else { b"" })?;
            write!(out, "{{\"number\":{number},{}}}", render::members(source.json()))?;
        }
        Ok(out.write_all(b"]}")?)
    }

    fn cited(&self) -> Vec<Text<'_>> {
        self.references.iter().map(|reference| Text::from(reference.source.id())).collect()
    }
}

/// Copies stored JSON, with commas between.
fn write_stored<T>(stored: &[Stored<T>], out: &mut dyn Write) -> Result<(), Error> {
    for (n, stored) in stored.iter().enumerate() {
        out.write_all(if n > 0 { b"," } else { b"" })?;
        out.write_all(stored.json().as_bytes())?;
    }
    Ok(())
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
    let series = if for_page { atlas.series_of(number)? } else { Vec::new() };
    let has_targets = for_page && record.kind == Kind::Plan;
    let targets = if has_targets { targets::of_records(&atlas, [number])? } else { Vec::new() };
    Ok(Shown { record, figures, disputes, gaps, references, series, targets })
}

/// The fewest and the most key figures that a page leads with.
const KEY_FIGURES: std::ops::RangeInclusive<usize> = 5..=8;
/// Lines of a first screen, and cells of each that text fills when it is wrapped, about.
const SCREEN_LINES: usize = 24;
const TEXT_WIDTH: usize = 70;
/// Cells of a line of the label of a figure, and of what a policy says, about.
const LABEL_WIDTH: usize = 19;
const POLICY_WIDTH: usize = 58;
/// How many rows of a theme, disputes, gaps, and links of a kind are shown where not all are asked for; half
/// of it where a record has [`MANY`] series or more.
const SHOWN: usize = 4;
const MANY: usize = 60;

fn page<'a>(rows: &[Shown<'a>], all: bool, labels: &Labels<'a>) -> Result<Page, Error> {
    if labels.for_html && rows.len() > 1 {
        return briefing::page(rows, all, labels);
    }
    let mut blocks = Vec::new();
    for shown in rows {
        blocks.append(&mut draw(shown, all, None, labels)?);
    }
    Ok(Page::of(blocks))
}

/// Draws a record. With citations it is part of a page that has its own lists of sources, disputes and gaps.
pub fn draw<'a>(
    shown: &Shown<'a>,
    all: bool,
    citations: Option<&mut Citations<'a>>,
    labels: &Labels<'a>,
) -> Result<Vec<Block>, Error> {
    let limit = match shown.series.len() {
        _ if all => usize::MAX,
        MANY.. => SHOWN / 2,
        _ => SHOWN,
    };
    let is_part = citations.is_some();
    let mut own = Citations::of(shown.references.iter().map(|reference| reference.source.clone()));
    let citations = citations.unwrap_or(&mut own);
    RecordPage { shown, labels, limit, citations, is_part, blocks: Vec::new() }.draw()
}

struct RecordPage<'p, 'a> {
    shown: &'p Shown<'a>,
    labels: &'p Labels<'a>,
    /// How many rows of a theme, disputes, gaps and links of a kind are shown.
    limit: usize,
    citations: &'p mut Citations<'a>,
    /// Whether it is part of a page of several records.
    is_part: bool,
    blocks: Vec<Block>,
}

impl<'p> RecordPage<'p, '_> {
    fn draw(mut self) -> Result<Vec<Block>, Error> {
        self.head()?;
        if self.shown.record.kind == Kind::Policy {
            self.policy()?;
        }
        let mut rest = self.series()?;
        // With the heading and the empty line above it.
        let room = SCREEN_LINES.saturating_sub(self.blocks.iter().map(lines).sum::<usize>() + 2);
        let key = take_key_series(&mut rest, self.shown.record.kind, room, self.labels)?;
        if !key.is_empty() {
            self.blocks.push(self.labels.heading(Label::KeyFigures));
            self.rows(&key, false)?;
        }
        let series: Vec<&Series> = key.iter().chain(&rest).map(|row| row.series).collect();
        if self.limit == usize::MAX {
            // With what is older, key figures stand under their themes too.
            rest = self.series()?;
        }
        if !self.is_part {
            let (labels, limit) = (self.labels, self.limit);
            let disputes = self.shown.disputes.iter().take(limit);
            let disputes = disputes.map(|own| Ok(dispute_text(&own.read()?, labels)));
            let disputes = disputes.collect::<Result<_, Error>>()?;
            self.points(Label::Disagree, "conflicts", disputes, self.shown.disputes.len());
            let gaps = self.shown.gaps.iter().take(limit).map(|gap| Ok(labels.gap(&gap.read()?)));
            self.points(Label::NotKnown, "gaps", gaps.collect::<Result<_, Error>>()?, self.shown.gaps.len());
        }
        if !self.shown.targets.is_empty() {
            self.blocks.extend(section_of_plan(&self.shown.targets, self.labels)?);
        }
        self.themes(rest)?;
        if self.labels.for_html {
            self.charts(series)?;
        }
        self.links()?;
        if !self.is_part {
            self.blocks.extend(explained(self.labels.take_marks(), self.labels));
            self.references()?;
        }
        Ok(self.blocks)
    }

    /// The series with several full years, each as a chart with all its values.
    fn charts(&mut self, series: Vec<&Series>) -> Result<(), Error> {
        let (labels, mut charts) = (self.labels, Vec::new());
        // One figure makes no chart, and need not be parsed to see it.
        for series in series.into_iter().filter(|series| series.len > 1) {
            let figures = series.figures().map(|number| labels.atlas.figure_at(number));
            let figures = figures.collect::<Result<Vec<_>, _>>()?;
            let figures: Vec<&Figure> = figures.iter().collect();
            if chart::is_charted(&figures) {
                let (grid, _) = chart::rows_of(&figures, labels, self.citations)?;
                charts.push(Block::Chart { title: chart::title(figures[0], labels)?, grid, told: false });
            }
        }
        if !charts.is_empty() {
            self.blocks.push(labels.heading(Label::OverTheYears));
            self.blocks.append(&mut charts);
        }
        Ok(())
    }

    fn head(&mut self) -> Result<(), Error> {
        let (record, labels) = (&self.shown.record, self.labels);
        let other = record.name_zh.as_ref().map(|zh| ["  ", labels.lang.pick(zh, &record.name)].concat());
        let title = labels.name(record) + &other.unwrap_or_default();
        self.blocks.push(Block::Title(title));
        let key_mark = |keys: &[&str]| labels.key_mark(&record.id, keys);
        let category = labels.term("category", &record.category)? + key_mark(&["category"])?;
        let mut facts = vec![record.id.to_string(), category, labels.dated_status(record)?];
        facts.retain(|fact| !fact.is_empty());
        for country in &record.country {
            facts.push(labels.term("country", country)? + key_mark(&["country"])?);
        }
        if let Some(parent) = &record.parent {
            let part_of = phrase::part_of(&labels.name_of(parent)?, parent, labels.lang);
            facts.push(part_of + key_mark(&["parent"])?);
        }
        self.blocks.push(Block::Faint(facts.join(" · ")));
        for group in &record.groups {
            let (tier, scheme) = (labels.term("tier", &group.tier)?, labels.term("scheme", &group.scheme)?);
            self.blocks.push(Block::Faint(labels.lang.labelled(&tier, &scheme)));
        }
        let mut summary = labels.lang.pick(&record.summary, &record.summary_zh).to_owned();
        summary.push_str(key_mark(&[labels.lang.pick("summary", "summary_zh")])?);
        if self.shown.figures.is_empty() {
            // It rests on its own sources.
            summary.push_str(labels.lang.space());
            for Reference { source, .. } in &self.shown.references {
                let number = self.citations.cite(source.id(), labels)?;
                summary.push_str(&mark(number, source.read()?.strength));
            }
        }
        self.blocks.push(Block::Text(summary));
        Ok(())
    }

    /// What an investor asks of a policy; what is not held is said.
    fn policy(&mut self) -> Result<(), Error> {
        let (record, labels) = (&self.shown.record, self.labels);
        let held =
            |en: &'p Option<_>, zh: &'p Option<_>| labels.held(en.as_ref(), zh.as_ref()).map(str::to_owned);
        let ask = record.ask.as_ref().map(|ask| {
            let parts = [
                labels.held(ask.body.as_ref(), ask.body_zh.as_ref()),
                ask.telephone.as_deref(),
                ask.url.as_deref(),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(labels.lang.comma())
        });
        let level = record.level.as_ref().map(|level| labels.term("level", level)).transpose()?;
        let mut grid = Grid::new(vec![Column::new("").tone(Tone::Strong).no_wrap(), Column::new("")]);
        let pick = |key, key_zh| labels.lang.pick(key, key_zh);
        let in_force = if labels.has_ended(record) { "valid_until" } else { "in_force" };
        for (label, value, keys) in [
            (Label::Gives, held(&record.benefit, &record.benefit_zh), [pick("benefit", "benefit_zh"); 2]),
            (Label::Qualifies, held(&record.who, &record.who_zh), [pick("who", "who_zh"); 2]),
            (Label::Valid, labels.validity(record), ["valid_from", "valid_until"]),
            (Label::InForce, Some(labels.in_force(record)?), [in_force, "in_force_as_of"]),
            (Label::Ask, ask, ["ask"; 2]),
            (
                Label::Document,
                held(&record.document, &record.document_zh),
                [pick("document", "document_zh"); 2],
            ),
            (Label::Level, level, ["level"; 2]),
        ] {
            let value = value.unwrap_or_else(|| labels.label(Label::NotHeld).to_owned());
            grid.row([labels.label(label).to_owned(), value + labels.key_mark(&record.id, &keys)?]);
        }
        let mut marks: Vec<String> = Vec::new();
        for id in &record.evidence {
            if let Some(figure) = labels.atlas.figure(id)? {
                let mark = self.citations.mark(&figure, labels)?;
                marks.extend((!marks.contains(&mark)).then_some(mark));
            }
        }
        if !marks.is_empty() {
            grid.row([labels.label(Label::ShownBy).to_owned(), marks.concat()]);
        }
        self.blocks.push(Block::Columns(grid));
        Ok(())
    }

    /// The series of the record, newest first.
    fn series(&self) -> Result<Vec<SeriesRow<'p>>, Error> {
        let mut rows = Vec::new();
        for series in &self.shown.series {
            let read = |number: u32| self.labels.atlas.figure_at(number as usize);
            let mut newest = series.newest.iter().map(|n| read(*n)).collect::<Result<Vec<_>, _>>()?;
            let older = (series.first..series.first + series.len).rev();
            let older = older.filter(|n| self.limit == usize::MAX && !series.newest.contains(n));
            let mut older = older.map(read).collect::<Result<Vec<_>, _>>()?;
            if newest.is_empty() {
                // All are retired.
                std::mem::swap(&mut newest, &mut older);
            }
            if !newest.is_empty() {
                rows.push(SeriesRow { series, newest, older });
            }
        }
        rows.sort_by_cached_key(|row| Reverse(row.span().map(Span::recency)));
        Ok(rows)
    }

    /// What is left, by theme: measured values first, then what is told in words; forecasts and targets
    /// last, in a section of their own.
    fn themes(&mut self, series: Vec<SeriesRow>) -> Result<(), Error> {
        let (forecasts, mut facts): (Vec<_>, Vec<_>) = series.into_iter().partition(SeriesRow::is_forecast);
        // The vocabulary has the themes in the order in which a page shows them.
        facts.sort_by_key(|row| row.series.theme);
        for of_theme in facts.chunk_by(|one, next| one.series.theme == next.series.theme) {
            let term = self.labels.atlas.term_at(of_theme[0].series.theme as usize)?;
            self.section(self.labels.lang.pick(&term.label, &term.label_zh), of_theme)?;
        }
        self.section(self.labels.label(Label::Aims), &forecasts)
    }

    fn section(&mut self, heading: &str, rows: &[SeriesRow]) -> Result<(), Error> {
        let (shown, folded) = rows.split_at(self.limit.min(rows.len()));
        if shown.is_empty() {
            return Ok(());
        }
        self.blocks.push(Block::Heading(heading.to_owned()));
        self.rows(shown, true)?;
        if !folded.is_empty() {
            self.more(&phrase::more(folded.len(), self.labels.lang), "show", " --all");
        }
        Ok(())
    }

    /// Figures in columns, then those that are told in words; under each its note. `with_span` says of a
    /// series how many values it has, and since when.
    fn rows(&mut self, rows: &[SeriesRow], with_span: bool) -> Result<(), Error> {
        let labels = self.labels;
        let label = |label| labels.column(label);
        let mut grid = Grid::new(vec![
            label(Label::Metric),
            label(Label::Value).tone(Tone::Strong).no_wrap(),
            label(Label::When).tone(Tone::Faint).no_wrap(),
            label(Label::Details),
            label(Label::Source).tone(Tone::Faint).no_wrap(),
        ]);
        let mut statements = Vec::new();
        let mut label = String::new();
        for row in rows {
            for figure in row.newest.iter().chain(row.older.iter().filter(|_| with_span)) {
                let cite = self.citations.mark(figure, labels)?;
                if row.by_statement() {
                    statements.push(Block::Item(self.statement(figure, &cite)?));
                    statements.extend(labels.note(figure).map(|note| Block::Indented(note.to_owned())));
                    continue;
                }
                let own = labels.metric(figure);
                let shown = if own == label { String::new() } else { own.to_owned() };
                own.clone_into(&mut label);
                // When a day ahead was expected tells how much that is worth.
                let is_day = figure.date_value().is_some() && figure.status == Status::Actual;
                let date = if is_day { String::new() } else { labels.date_beside(figure) };
                grid.row([shown, labels.value(figure)?, date, self.details(figure, row, with_span)?, cite]);
                if let Some(note) = labels.note(figure) {
                    grid.note(note);
                }
            }
        }
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Columns(grid));
        }
        self.blocks.append(&mut statements);
        Ok(())
    }

    /// A figure by its sentence, which may say when; its date, what sort of claim it is, a dispute.
    fn statement(&self, figure: &Figure, cite: &str) -> Result<String, Error> {
        let (labels, statement) = (self.labels, self.labels.statement(figure));
        let mut details: Vec<String> = labels.date_unless_said(figure, &statement).into_iter().collect();
        details.extend(labels.status_label(figure)?);
        details.extend(figure.is_retired().then(|| labels.label(Label::Retired).to_owned()));
        details.extend(labels.disputed(figure).map(str::to_owned));
        Ok([&*statement, &labels.lang.bracket_all(&details), labels.lang.space(), cite].concat())
    }

    /// What stands beside a value: claim, scope, part, other end, the span of the series, a dispute.
    fn details(&self, figure: &Figure, row: &SeriesRow, with_span: bool) -> Result<String, Error> {
        let labels = self.labels;
        let mut details = labels.qualifiers(figure)?;
        let len = row.series.len as usize;
        if let (Some(since), true) = (row.series.since, len > 1 && with_span && row.older.is_empty()) {
            // The year may stand beside it, as that of the newest.
            let is_said = figure.date_text().is_some_and(|date| date.contains(&since.to_string()));
            details.push(if is_said {
                phrase::values(len, labels.lang)
            } else {
                phrase::values_since(len, since, labels.lang)
            });
        }
        Ok(details.join(labels.lang.comma()))
    }

    /// A line that says that there is more, and the command that shows it.
    fn more(&mut self, what: &str, command: &str, option: &str) {
        let (lang, id) = (self.labels.lang, &self.shown.record.id);
        self.blocks.push(Block::Indented(if self.labels.for_html {
            what.to_owned() + &lang.bracket(self.labels.label(Label::NotOnThisPage))
        } else {
            lang.labelled(what, &format!("liangjiang {command} {id}{option}"))
        }));
    }

    /// The first of `all` points, and the command that gives all of them.
    fn points(&mut self, heading: Label, command: &str, shown: Vec<String>, all: usize) {
        if shown.is_empty() {
            return;
        }
        self.blocks.push(self.labels.heading(heading));
        let more = all - shown.len();
        self.blocks.extend(shown.into_iter().map(Block::Item));
        if more > 0 {
            self.more(&phrase::more(more, self.labels.lang), command, "");
        }
    }

    fn links(&mut self) -> Result<(), Error> {
        let labels = self.labels;
        let mut grid = Grid::new(vec![Column::new(""), Column::new("")]);
        for kind in Kind::ALL {
            let ids = self.shown.record.links.of(kind);
            let shown = self.limit.saturating_mul(2).min(ids.len());
            let mut names = Vec::new();
            for id in &ids[..shown] {
                let name = labels.name_of(id)? + &labels.lang.bracket(id);
                names.push(labels.linked(&self.shown.record.id, id, name)?);
            }
            if shown < ids.len() {
                names.push(phrase::more(ids.len() - shown, labels.lang));
            }
            if !names.is_empty() {
                grid.row([labels.term("kind", kind.name())?, labels.lang.list(names)]);
            }
        }
        if !grid.rows.is_empty() {
            self.blocks.push(labels.heading(Label::Links));
            self.blocks.push(Block::Columns(grid));
        }
        Ok(())
    }

    fn references(&mut self) -> Result<(), Error> {
        if self.limit == usize::MAX {
            self.citations.cite_all();
        }
        self.blocks.extend(self.citations.list(self.labels)?);
        let more = self.shown.references.len() - self.citations.count();
        if more > 0 {
            self.more(&phrase::more_sources(more, self.labels.lang), "show", " --all");
        }
        Ok(())
    }
}

/// What is disputed, and what to make of it.
pub fn dispute_text(dispute: &Dispute, labels: &Labels) -> String {
    let lang = labels.lang;
    let text = lang.pick(&dispute.text, &dispute.text_zh);
    let stop = if text.ends_with(['.', '。']) { "" } else { lang.stop() };
    let own = labels.own_mark(dispute.origin.as_ref());
    format!("{text}{stop}{}{}{own}", lang.space(), lang.pick(&dispute.note, &dispute.note_zh))
}

/// A series as the page shows it.
struct SeriesRow<'p> {
    series: &'p Series,
    /// The newest of its figures, never none.
    newest: Vec<Figure<'p>>,
    /// The others, newest first, where all are shown.
    older: Vec<Figure<'p>>,
}

impl SeriesRow<'_> {
    /// When the newest figure holds.
    fn span(&self) -> Option<Span> {
        self.newest[0].span()
    }

    /// Whether it is of targets or estimates, which have a section of their own.
    fn is_forecast(&self) -> bool {
        matches!(self.newest[0].status, Status::Target | Status::Estimate)
    }

    /// Whether its figures are shown by their statements, because a value alone does not say what it is of.
    fn by_statement(&self) -> bool {
        let newest = &self.newest[0];
        self.series.repeats || newest.part.as_deref() == Some(SOME_PART) || shown_as_statement(newest)
    }
}

/// How many lines a block of the head of a page takes, about.
fn lines(block: &Block) -> usize {
    match block {
        Block::Title(text) | Block::Text(text) | Block::Faint(text) => width(text).div_ceil(TEXT_WIDTH),
        Block::Columns(grid) => {
            let last = grid.rows.iter().filter_map(|row| row.cells.last());
            last.map(|cell| width(cell.text()).div_ceil(POLICY_WIDTH)).sum()
        }
        _ => 1,
    }
}

/// Takes the series that a page leads with, as far as these many lines have room for them: of each key metric
/// of the kind the best, of the subject as a whole before its parts; where these are few, whatever else is
/// newest.
fn take_key_series<'p>(
    series: &mut Vec<SeriesRow<'p>>,
    kind: Kind,
    mut room: usize,
    labels: &Labels,
) -> Result<Vec<SeriesRow<'p>>, Error> {
    let about = labels.atlas.about()?;
    let lines = |row: &SeriesRow| -> usize {
        let lines = row.newest.iter().map(|figure| {
            let note = labels.note(figure).map_or(0, width).div_ceil(TEXT_WIDTH);
            if row.by_statement() {
                return note + width(&labels.statement(figure)).div_ceil(TEXT_WIDTH);
            }
            let details: usize = labels.qualifiers(figure).iter().flatten().map(|text| width(text)).sum();
            note + width(labels.metric(figure)).max(details).div_ceil(LABEL_WIDTH)
        });
        lines.sum()
    };
    let may_lead = |row: &SeriesRow| !row.newest[0].is_retired() && !about.is_of_part(&row.newest[0]);
    let mut key: Vec<SeriesRow> = Vec::new();
    for metric in about.key_metrics.of(kind) {
        let of_metric = |row: &SeriesRow| {
            *row.newest[0].metric == **metric && row.newest[0].status != Status::Target && may_lead(row)
        };
        // As everywhere, what happened stands before estimates, these before designs, and then the newest.
        let order = |row: &SeriesRow| {
            let newest = &row.newest[0];
            (!about.is_of_whole(newest), newest.part.is_some(), newest.status)
        };
        let best = (0..series.len()).filter(|n| of_metric(&series[*n])).min_by_key(|n| order(&series[*n]));
        let has_room = |n: &usize| key.is_empty() || lines(&series[*n]) <= room;
        if let Some(best) = best.filter(has_room).filter(|_| key.len() < *KEY_FIGURES.end()) {
            room = room.saturating_sub(lines(&series[best]));
            key.push(series.remove(best));
        }
    }
    // A policy leads with its terms.
    let fewest = if kind == Kind::Policy { 0 } else { *KEY_FIGURES.start() };
    while key.len() < fewest {
        let fits = |row: &SeriesRow| may_lead(row) && (key.is_empty() || lines(row) <= room);
        let measured = series.iter().position(|row| fits(row) && !row.is_forecast() && !row.by_statement());
        let Some(newest) = measured.or_else(|| series.iter().position(fits)) else { break };
        room = room.saturating_sub(lines(&series[newest]));
        key.push(series.remove(newest));
    }
    Ok(key)
}
