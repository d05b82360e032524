//! `industries`, `ports`, `parks` ...: the records of one kind, filtered, with the few columns that decide
//! between them.

use std::{cmp::Reverse, slice};

use clap::{ArgMatches, Command, FromArgMatches};
use serde::Serialize;

use super::{
    Answer, Contract, Entry, Printer, Row, Shape, print::check_fields, show, sort, targets, with_args,
    with_output,
};
use crate::{
    cli::{EnterpriseFilter, IndustryFilter, ListArgs, PlanFilter, PolicyFilter},
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{About, Figure, InForce, Kind, Record, Span, Status, Text},
    page::{Labels, Page},
    query::{filter, targets::TargetResult},
    render::{Block, Cell, Column, Grid, Tone},
    store::Atlas,
};

pub const INDUSTRIES: Entry = of_kind(
    "industries",
    "Industries: pillar, emerging, services, and the classes of later plans",
    |command| with_output::<IndustryFilter>(with_args::<ListArgs>(command)),
    &[
        "liangjiang industries --pillar",
        "liangjiang industries --scheme 33511-2023 --sort name",
        "liangjiang industries --park yufu --json",
    ],
    &show::of_kind(&[
        "liangjiang industries show nev",
        "liangjiang industries --pillar -f ids | liangjiang industries show - --json",
    ]),
);

pub const PORTS: Entry = of_kind(
    "ports",
    "Ports and gateways: river ports, airport, rail, bonded zones, corridors",
    with_output::<ListArgs>,
    &["liangjiang ports", "liangjiang ports --fields id,name,name_zh --sort name -f csv"],
    &show::of_kind(&["liangjiang ports show guoyuan", "liangjiang ports show guoyuan cuntan --json"]),
);

pub const PARKS: Entry = of_kind(
    "parks",
    "Parks and places to settle in",
    with_output::<ListArgs>,
    &["liangjiang parks", "liangjiang parks --port guoyuan --json"],
    &show::of_kind(&["liangjiang parks show yufu", "liangjiang parks show yufu --fields gaps --json"]),
);

pub const PLANS: Entry = of_kind(
    "plans",
    "Plans, with their targets",
    |command| with_output::<PlanFilter>(with_args::<ListArgs>(command)),
    &["liangjiang plans --sort status,id", "liangjiang plans -f markdown"],
    &show::of_kind(&[
        "liangjiang plans show 14th-five-year-plan",
        "liangjiang plans show 14th-five-year-plan --lang zh",
    ]),
);

pub const POLICIES: Entry = of_kind(
    "policies",
    "Policies: tax, foreign investment, trade, talent, approvals",
    |command| with_output::<PolicyFilter>(with_args::<ListArgs>(command)),
    &["liangjiang policies --in-force", "liangjiang policies --fields id,status,summary -f tsv"],
    &show::of_kind(&[
        "liangjiang policies show western-tax-15",
        "liangjiang policies --in-force -f ids | liangjiang policies show -",
    ]),
);

pub const ENTERPRISES: Entry = of_kind(
    "enterprises",
    "Companies that have settled or are named",
    |command| with_output::<EnterpriseFilter>(with_args::<ListArgs>(command)),
    &["liangjiang enterprises --country germany", "liangjiang enterprises --sort country,name -f csv"],
    &show::of_kind(&[
        "liangjiang enterprises show seres",
        "liangjiang enterprises show seres --fields links --json",
    ]),
);

pub const PROJECTS: Entry = of_kind(
    "projects",
    "Infrastructure projects: roads, bridges, metro, power",
    with_output::<ListArgs>,
    &["liangjiang projects", "liangjiang projects --sort -status_as_of --fields id,status,status_as_of"],
    &show::of_kind(&[
        "liangjiang projects -f ids | liangjiang projects show - --json",
        "liangjiang projects -f ids | liangjiang projects show - --fields id,name,status",
    ]),
);

pub const AREAS: Entry = of_kind(
    "areas",
    "The areas that figures are about: the New Area in its scopes, Chongqing",
    with_output::<ListArgs>,
    &["liangjiang areas", "liangjiang areas --json"],
    &show::of_kind(&[
        "liangjiang areas show liangjiang",
        "liangjiang areas show liangjiang direct-area liangjiang-district --fields id,name,summary",
    ]),
);

pub const AMENITIES: Entry = of_kind(
    "amenities",
    "Schools, hospitals and consular posts for people who move there",
    with_output::<ListArgs>,
    &["liangjiang amenities", "liangjiang amenities --lang zh"],
    &show::of_kind(&[
        "liangjiang amenities -f ids | liangjiang amenities show -",
        "liangjiang amenities -f ids | liangjiang amenities show - --fields id,name,summary",
    ]),
);

const fn of_kind(
    name: &'static str,
    about: &'static str,
    options: fn(Command) -> Command,
    examples: &'static [&'static str],
    show: &'static Entry,
) -> Entry {
    let contract = Some(Contract { keys: Listed::KEYS, row: "Record", shape: Shape::List });
    Entry { name, about, examples, options, run, contract, show: Some(show) }
}

fn run(name: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let mut args = ListArgs::from_arg_matches(matches)?;
    // Every command with this `run` is named after a kind.
    let Some(kind) = Kind::from_plural(name) else { return Ok(()) };
    match kind {
        Kind::Industry => args.own.industry = IndustryFilter::from_arg_matches(matches)?,
        Kind::Enterprise => args.own.enterprise = EnterpriseFilter::from_arg_matches(matches)?,
        Kind::Policy => args.own.policy = PolicyFilter::from_arg_matches(matches)?,
        Kind::Plan => args.own.plan = PlanFilter::from_arg_matches(matches)?,
        _ => {}
    }
    let atlas = printer.atlas;
    let (records, notes) = filter::list(&atlas, kind, &args, printer.matching())?;
    let numbers = || records.iter().map(|(number, _)| *number).collect::<Vec<_>>();
    if args.own.plan.outcomes {
        return targets::print(&numbers(), notes, printer);
    }
    let for_page = printer.draws_page();
    let about = atlas.about()?;
    let shown: Vec<Text> = about.list_metrics.of(kind).iter().chain([&about.size]).cloned().collect();
    // Of all plans at once: each target is answered by figures of other records, which are read once.
    let targets =
        if for_page && kind == Kind::Plan { targets::of_records(&atlas, numbers())? } else { Vec::new() };
    let mut rows = Vec::with_capacity(records.len());
    for (number, record) in records {
        let newest = if for_page { newest_of(&atlas, number, &shown)? } else { Vec::new() };
        rows.push(Listed { record, number, newest, targets: Vec::new() });
    }
    for target in targets {
        if let Some(row) = rows.iter_mut().find(|row| row.record.id == target.plan) {
            row.targets.push(target);
        }
    }
    let mut unconfirmed = None;
    let is_by_status = args.status.is_some() || args.own.policy.lapsing.is_some();
    if for_page && kind == Kind::Policy && !is_by_status {
        args.own.policy.in_force = false;
        let (all, _) = filter::list(&atlas, kind, &args, printer.matching())?;
        unconfirmed = Some(all.iter().filter(|(_, r)| r.in_force == Some(InForce::Unconfirmed)).count());
    }
    sort_by_metrics(&mut rows, &atlas, printer)?;
    let answer = Answer { notes, ..Answer::list(rows) };
    printer.print(answer, &|rows, labels| page(kind, rows, &about, &args.own.industry, unconfirmed, labels))
}

/// Sorts by what a list shows of the figures: `--sort area` goes by the newest area of each record. The
/// sort is done here where a metric is named, for no field of a record is called so.
fn sort_by_metrics(rows: &mut Vec<Listed>, atlas: &Atlas, printer: &mut Printer) -> Result<(), Error> {
    let mut measured = Vec::new();
    for field in &printer.options.sort {
        let field = field.trim_start_matches('-');
        if !Listed::KEYS.contains(&field) && atlas.metric_number(field)?.is_some() {
            measured.push(field.to_owned());
        }
    }
    if measured.is_empty() {
        return Ok(());
    }
    let sort = std::mem::take(&mut printer.options.sort);
    let is_field = |field: &&String| !measured.iter().any(|metric| metric == field.trim_start_matches('-'));
    check_fields(&[], &sort.iter().filter(is_field).cloned().collect::<Vec<_>>(), Listed::KEYS)?;
    let about = atlas.about()?;
    let mut objects = Vec::new();
    for row in rows.iter() {
        let mut object = serde_json::to_value(&row.record)?;
        let figures = newest_of(atlas, row.number, &measured)?;
        for metric in &measured {
            let figure = newest(&figures, metric, &about);
            object[metric] = serde_json::to_value(figure.map(|figure| &figure.value))?;
        }
        objects.push(object.to_string());
    }
    let order = sort::order(&mut objects.into_iter().map(Ok), &sort, printer.style().lang)?;
    let mut unsorted: Vec<_> = std::mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.into_iter().filter_map(|row| unsorted[row].take()));
    Ok(())
}

/// A record in a list.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Listed<'a> {
    /// The record.
    pub record: Record<'a>,
    /// Its number.
    #[serde(skip)]
    pub number: usize,
    /// The newest figure of each of its series that a list shows; only for a page.
    #[serde(skip)]
    pub newest: Vec<Figure<'a>>,
    /// What came of its targets, where it is a plan; only for a page.
    #[serde(skip)]
    pub targets: Vec<TargetResult<'a>>,
}

impl Row for Listed<'_> {
    const KEYS: &'static [&'static str] = &[
        "kind", "id", "name", "name_zh", "pinyin", "aliases", "category", "status", "status_as_of", "parent",
        "country", "groups", "summary", "summary_zh", "links", "sources", "benefit", "benefit_zh", "who",
        "who_zh", "valid_from", "valid_until", "in_force", "in_force_as_of", "ask", "document",
        "document_zh", "level", "evidence", "origin",
    ];

    fn id(&self) -> String {
        self.record.id.to_string()
    }
}

/// The newest figure of each series of some metrics of a record.
fn newest_of<'a>(
    atlas: &Atlas<'a>,
    number: usize,
    metrics: &[impl PartialEq<str>],
) -> Result<Vec<Figure<'a>>, Error> {
    let mut newest = Vec::new();
    for series in atlas.series_of(number)? {
        if let Some(first) = series.newest.first() {
            let figure = atlas.stored_figure(*first as usize)?;
            if metrics.iter().any(|metric| metric == figure.metric()) {
                newest.push(figure.read()?);
            }
        }
    }
    Ok(newest)
}

/// The newest figure of a metric; what happened before what was estimated or designed, the whole before its
/// parts, and never a target.
fn newest<'f, 'a>(figures: &'f [Figure<'a>], metric: &str, about: &About) -> Option<&'f Figure<'a>> {
    let is_of_a_part =
        |figure: &Figure| figure.scope.as_ref().is_some_and(|scope| about.part_scopes.contains(scope));
    figures
        .iter()
        .filter(|figure| *figure.metric == *metric && figure.status != Status::Target)
        .filter(|figure| !is_of_a_part(figure))
        .max_by_key(|figure| {
            let by_status = Reverse(figure.status);
            (figure.part.is_none(), by_status, figure.span().map(Span::recency))
        })
}

fn page(
    kind: Kind,
    rows: &[Listed],
    about: &About,
    classes: &IndustryFilter,
    unconfirmed: Option<usize>,
    labels: &Labels,
) -> Result<Page, Error> {
    let mut grid = Grid::new(columns(kind, labels));
    let mut idle = false;
    for row in rows {
        let mut cells = vec![row.record.id.to_string(), labels.name(&row.record)];
        cells.extend(specific(row, about, labels)?);
        let is_idle = kind == Kind::Enterprise && !is_running(&row.record);
        idle |= is_idle;
        let faint = |cell: String| {
            if is_idle && !cell.is_empty() { Cell::Toned(Tone::Faint, cell) } else { cell.into() }
        };
        // The id is typed from an idle row as from any other.
        let cells = cells.into_iter().enumerate();
        grid.row(cells.map(|(n, cell)| if n == 0 { cell.into() } else { faint(cell) }));
    }
    let mut page = Page::list(Vec::new()).titled(lang::message::kinds(kind, labels.lang));
    if rows.is_empty() {
        let name = lang::message::kind(kind, labels.lang);
        page.notes.push(phrase::none_pass(kind.plural(), name, labels.lang));
    }
    page.blocks.push(Block::Table(grid));
    let mut captions = Vec::new();
    if kind == Kind::Industry && (classes.pillar || classes.emerging || classes.service) {
        let (scheme, later) = (&about.classes.scheme, &about.classes.later);
        let [label, other] = [scheme, later].map(|scheme| labels.term("scheme", scheme));
        let said = phrase::classed_by(label?, other?, labels.lang);
        captions.push(labels.see(said, &format!("liangjiang industries --scheme {later}")));
    }
    if idle {
        captions.push(labels.label(Label::IdleInBrackets).to_owned());
    }
    if let Some(unconfirmed) = unconfirmed {
        let ended = |until: &Option<Text>| until.as_ref().is_some_and(|until| labels.has_passed(until));
        let in_force = |record: &Record| record.in_force == Some(InForce::Yes) && !ended(&record.valid_until);
        let shown = rows.iter().filter(|row| in_force(&row.record)).count();
        let said = phrase::in_force_and_not_shown(shown, unconfirmed, labels.lang);
        captions.push(labels.see(said, "liangjiang policies --status unconfirmed"));
    }
    if kind == Kind::Policy && rows.iter().any(|row| row.record.in_force != Some(InForce::Yes)) {
        captions.push(labels.label(Label::UnshownInBrackets).to_owned());
    }
    for caption in captions {
        page.blocks.extend([Block::Blank, Block::Toned(Tone::Faint, caption)]);
    }
    Ok(page.with_marks_explained(labels))
}

/// Statuses of an enterprise that is there: others stand in brackets.
fn is_running(record: &Record) -> bool {
    matches!(
        record.status.as_deref(),
        Some("active" | "developing" | "under-construction" | "redeveloped" | "restructuring")
    )
}

fn columns(kind: Kind, labels: &Labels) -> Vec<Column> {
    let label = |label: Label| Column::new(labels.label(label));
    let mut columns = vec![label(Label::Id).tone(Tone::Key), label(Label::Name).tone(Tone::Strong)];
    if matches!(kind, Kind::Policy | Kind::Enterprise) {
        // One of the two is enough to know and to type where there is little room.
        let spare = &mut columns[usize::from(labels.lang == Lang::En)];
        *spare = spare.clone().drop_order(9).folds();
    }
    columns.extend(match kind {
        Kind::Industry => vec![label(Label::Class).drop_order(1), label(Label::Latest).drop_order(2)],
        Kind::Port => vec![label(Label::Category).drop_order(2), label(Label::Latest).drop_order(1)],
        Kind::Park => vec![
            label(Label::Category).drop_order(3),
            label(Label::AreaSize).drop_order(1),
            label(Label::Focus).drop_order(2).flexible(),
        ],
        Kind::Plan => vec![
            label(Label::Status).drop_order(2),
            label(Label::TargetYears).drop_order(1),
            label(Label::Targets).drop_order(3),
        ],
        Kind::Policy => vec![
            label(Label::Gives).flexible(),
            label(Label::Until).drop_order(2),
            label(Label::LastShown).drop_order(1),
            label(Label::Ask).drop_order(3).folds(),
        ],
        Kind::Enterprise => vec![
            label(Label::Home).drop_order(4),
            label(Label::Industry).drop_order(3).hyphens(),
            label(Label::Park).drop_order(2).hyphens(),
            label(Label::Status).drop_order(1),
            label(Label::Invested).drop_order(5).folds(),
        ],
        Kind::Project | Kind::Amenity => {
            vec![
                label(Label::Category).drop_order(2),
                label(Label::Status).drop_order(1),
                label(Label::Latest).drop_order(3),
            ]
        }
        Kind::Area => {
            vec![
                label(Label::Category).drop_order(3),
                label(Label::AreaSize).drop_order(1),
                label(Label::Latest).drop_order(2),
            ]
        }
    });
    columns
}

/// The cells of the columns that are specific to a kind.
fn specific(row: &Listed, about: &About, labels: &Labels) -> Result<Vec<String>, Error> {
    let (record, own) = (&row.record, Cells { row, about, labels });
    let listed = about.list_metrics.of(record.kind);
    Ok(match record.kind {
        Kind::Industry => vec![own.classes()?, own.newest(listed, true)?],
        Kind::Port => vec![own.category()?, own.newest(listed, true)?],
        Kind::Park => {
            vec![own.category()?, own.newest(listed, false)?, own.names(&record.links.industries)?]
        }
        Kind::Plan => vec![labels.record_status(record)?, own.target_years(), own.targets()],
        Kind::Policy => own.terms()?.to_vec(),
        Kind::Enterprise => {
            let mut homes = Vec::new();
            for country in &record.country {
                homes.push(labels.term("country", country)?);
            }
            let industries = own.names(&record.links.industries)?;
            vec![
                homes.join(labels.lang.enumerate()),
                if industries.is_empty() { own.category()? } else { industries },
                own.names(&record.links.parks)?,
                own.status_of_year()?,
                own.newest(listed, false)?,
            ]
        }
        Kind::Project | Kind::Amenity => {
            vec![own.category()?, labels.record_status(record)?, own.newest(listed, true)?]
        }
        Kind::Area => {
            vec![own.category()?, own.newest(slice::from_ref(&about.size), false)?, own.newest(listed, true)?]
        }
    })
}

/// The cells of one row.
struct Cells<'c> {
    row: &'c Listed<'c>,
    about: &'c About<'c>,
    labels: &'c Labels<'c>,
}

impl Cells<'_> {
    fn category(&self) -> Result<String, Error> {
        self.labels.term("category", &self.row.record.category)
    }

    /// The newest value of the first of some metrics that has one, with its year (a page says the day), its
    /// claim, territory and part. `named` puts the metric before it, where a column has several.
    fn newest(&self, metrics: &[Text], named: bool) -> Result<String, Error> {
        let (labels, lang) = (self.labels, self.labels.lang);
        let found = metrics.iter().find_map(|metric| newest(&self.row.newest, metric, self.about));
        let Some(figure) = found else { return Ok(String::new()) };
        let name = if named { [labels.metric(figure), lang.colon()].concat() } else { String::new() };
        Ok(name + &labels.value_cell(figure, labels.year_text(figure))?)
    }

    /// Linked records: by id in English, which is short and can be typed; by name in Chinese.
    fn names(&self, ids: &[Text]) -> Result<String, Error> {
        let mut names = Vec::new();
        for id in ids {
            names.push(match self.labels.lang {
                Lang::En => id.to_string(),
                Lang::Zh => self.labels.name_of(id)?,
            });
        }
        Ok(names.join(self.labels.lang.enumerate()))
    }

    /// The class in the page of 2017 and in the plan of 2023, each with its year.
    fn classes(&self) -> Result<String, Error> {
        let mut classes = Vec::new();
        for scheme in [&self.about.classes.scheme, &self.about.classes.later] {
            // A scheme is called after its year.
            let year = scheme.rsplit('-').next().unwrap_or_default();
            for group in self.row.record.groups.iter().filter(|group| group.scheme == *scheme) {
                classes.push(format!(
                    "{}{}",
                    self.labels.term("tier", &group.tier)?,
                    self.labels.lang.bracket(&lang::date(year, self.labels.lang))
                ));
            }
        }
        Ok(classes.join(self.labels.lang.enumerate()))
    }

    /// How many targets a plan sets, and of how many an outcome is known.
    fn targets(&self) -> String {
        let known = self.row.targets.iter().filter(|target| target.outcome.is_some()).count();
        match (self.row.targets.len(), known) {
            (0, _) => String::new(),
            (targets, 0) => targets.to_string(),
            (targets, known) => phrase::targets_with_outcome(targets, known, self.labels.lang),
        }
    }

    /// The years that the targets of a plan are set for.
    fn target_years(&self) -> String {
        let targets =
            self.row.targets.iter().map(|target| &target.target).filter(|figure| figure.period.is_some());
        let years: Vec<u16> = targets.filter_map(|figure| Some(figure.span()?.end.year)).collect();
        match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => lang::date(&first.to_string(), self.labels.lang),
            (Some(first), Some(last)) => lang::date(&format!("{first}/{last}"), self.labels.lang),
            _ => String::new(),
        }
    }

    /// Of a policy: what it gives, until when, when it was last shown in force, and whom to ask.
    fn terms(&self) -> Result<[String; 4], Error> {
        let (record, labels) = (&self.row.record, self.labels);
        let lang = labels.lang;
        // The month is enough here; a page says the day.
        let date = |text: &Text| lang::date(text.get(..7).unwrap_or(text), lang);
        let pick = |en: &Option<Text>, zh: &Option<Text>| {
            en.as_ref().map(|en| lang.pick_or(en, zh.as_ref()).to_owned())
        };
        let gives = pick(&record.benefit, &record.benefit_zh);
        let until = record.valid_until.as_ref().map(|until| {
            if labels.has_passed(until) { phrase::ended(date(until), lang) } else { date(until) }
        });
        let as_of = record.in_force_as_of.as_ref().map(date);
        let shown = match record.in_force {
            Some(InForce::Yes) => as_of.unwrap_or_else(|| labels.label(Label::Undated).to_owned()),
            _ => in_brackets(&as_of.unwrap_or(labels.record_status(record)?), lang),
        };
        let ask = record.ask.as_ref();
        let telephone = ask.and_then(|ask| Some(ask.telephone.as_ref()?.to_string()));
        let ask = telephone.or_else(|| ask.and_then(|ask| pick(&ask.body, &ask.body_zh)));
        let gives = gives.unwrap_or_else(|| labels.label(Label::NotHeld).to_owned());
        Ok([gives, until.unwrap_or_default(), shown, ask.unwrap_or_default()])
    }

    /// The status with the year in which it was last known to hold; in brackets where the enterprise is not
    /// there, not yet, no longer, or for all that is known.
    fn status_of_year(&self) -> Result<String, Error> {
        let record = &self.row.record;
        let status = self.labels.record_status(record)?;
        let year = record.status_as_of.as_deref().and_then(Span::parse);
        let year = year.map(|span| lang::date(&span.end.year.to_string(), self.labels.lang));
        let text = [Some(status), year].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let text = if self.labels.lang == Lang::Zh { text.replace(' ', "，") } else { text };
        Ok(if is_running(record) || text.is_empty() { text } else { in_brackets(&text, self.labels.lang) })
    }
}

fn in_brackets(text: &str, lang: Lang) -> String {
    lang.bracket(text).trim_start().to_owned()
}
