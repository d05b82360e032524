//! `industries`, `ports`, `parks` ...: the records of one kind, filtered, with the few columns that decide
//! between them.

use std::{cmp::Reverse, slice};

use clap::{ArgMatches, Command, FromArgMatches};
use serde::Serialize;

use super::{
    Answer, Contract, Entry, Printer, Row, Shape, print::check_fields, schema, show, sort, with_args,
    with_output,
};
use crate::{
    cli::{EnterpriseFilter, IndustryFilter, ListArgs, PlanFilter, PolicyFilter},
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{About, Figure, InForce, Kind, Record, Span, Status, Text},
    page::{Labels, Page},
    query::{
        filter,
        targets::{self, TargetResult},
    },
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
    let contract = Some(Contract { row: "Record", shape: Shape::List });
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
    let ListArgs { category, status, industry, port, park, enterprise, own: _ } = &args;
    let filters = [
        ("--category", category),
        ("--industry", industry),
        ("--port", port),
        ("--park", park),
        ("--enterprise", enterprise),
    ];
    let filters =
        filters.into_iter().filter_map(|(option, typed)| Some([" ", option, " ", typed.as_ref()?].concat()));
    let filters = filters.collect::<String>();
    if args.own.plan.outcomes {
        let is_filtered = !filters.is_empty() || status.is_some();
        return super::targets::print(is_filtered.then(numbers), notes, printer);
    }
    let for_page = printer.draws_page();
    let about = atlas.about()?;
    let shown: Vec<Text> = about.list_metrics.of(kind).iter().chain([&about.size]).cloned().collect();
    // Of all plans at once: each target is answered by figures of other records, which are read once.
    let has_targets = for_page && kind == Kind::Plan;
    let mut targets = if has_targets { targets::of_records(&atlas, numbers())? } else { Vec::new() };
    let mut rows = Vec::with_capacity(records.len());
    for (number, record) in records {
        let newest = if for_page { newest_of(&atlas, number, &shown)? } else { Vec::new() };
        let targets = targets.extract_if(.., |target| target.plan == record.id).collect();
        rows.push(Listed { record, number, newest, targets });
    }
    let mut unconfirmed = None;
    let is_by_status = args.status.is_some() || args.own.policy.lapsing.is_some();
    if for_page && kind == Kind::Policy && !is_by_status {
        args.own.policy.in_force = false;
        let (all, _) = filter::list(&atlas, kind, &args, printer.matching())?;
        let count = all.iter().filter(|(_, r)| r.in_force == Some(InForce::Unconfirmed)).count();
        unconfirmed = Some((count, format!("liangjiang policies --status unconfirmed{filters}")));
    }
    sort_by_metrics(&mut rows, &atlas, printer)?;
    let answer = Answer { notes, ..Answer::list(rows) };
    printer.print(answer, &|rows, labels| {
        page(kind, rows, &about, &args.own.industry, unconfirmed.as_ref(), labels)
    })
}

/// Sorts by what a list shows of the figures: `--sort area` goes by the newest area of each record. The
/// sort is done here where a metric is named, for no field of a record is called so.
fn sort_by_metrics(rows: &mut Vec<Listed>, atlas: &Atlas, printer: &mut Printer) -> Result<(), Error> {
    let (mut metrics, mut fields) = (Vec::new(), Vec::new());
    for field in &printer.options.sort {
        let name = field.trim_start_matches('-');
        let is_metric = atlas.metric_number(name)?.is_some() && !schema::keys(printer.row)?.contains(&name);
        if is_metric { metrics.push(name.to_owned()) } else { fields.push(field.clone()) }
    }
    if metrics.is_empty() {
        return Ok(());
    }
    check_fields(&[], &fields, printer.row)?;
    let (sort, about) = (std::mem::take(&mut printer.options.sort), atlas.about()?);
    *rows = sort::sorted(std::mem::take(rows), &sort, printer.style().lang, |row| {
        let mut object = serde_json::to_value(&row.record)?;
        let figures = newest_of(atlas, row.number, &metrics)?;
        for metric in &metrics {
            let figure = newest(&figures, metric, &about);
            object[metric] = serde_json::to_value(figure.map(|figure| &figure.value))?;
        }
        Ok(object.to_string())
    })?;
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

impl Row for Listed<'_> {}

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
/// parts, what is of the whole of the area that the data is about before what says no scope, and never a target.
fn newest<'f, 'a>(figures: &'f [Figure<'a>], metric: &str, about: &About) -> Option<&'f Figure<'a>> {
    figures
        .iter()
        .filter(|figure| *figure.metric == *metric && figure.status != Status::Target)
        .filter(|figure| !about.is_of_part(figure))
        .max_by_key(|figure| {
            let by_status = Reverse(figure.status);
            (figure.part.is_none(), about.is_of_whole(figure), by_status, figure.span().map(Span::recency))
        })
}

fn page(
    kind: Kind,
    rows: &[Listed],
    about: &About,
    classes: &IndustryFilter,
    unconfirmed: Option<&(usize, String)>,
    labels: &Labels,
) -> Result<Page, Error> {
    let (columns, cells): (Vec<_>, Vec<_>) = columns(kind, labels).into_iter().unzip();
    let mut grid = Grid::new(columns);
    let mut idle = false;
    for row in rows {
        let is_idle = kind == Kind::Enterprise && !is_running(&row.record);
        idle |= is_idle;
        let row = Cells { row, record: &row.record, about, labels };
        let texts = cells.iter().map(|cell| cell(&row)).collect::<Result<Vec<_>, _>>()?;
        // The id is typed from an idle row as from any other.
        let cells = texts.into_iter().enumerate().map(|(n, text)| match n {
            1.. if is_idle && !text.is_empty() => Cell::Toned(Tone::Faint, text),
            _ => text.into(),
        });
        grid.row(cells);
    }
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
    if let Some((unconfirmed, command)) = unconfirmed {
        let in_force = |record: &Record| record.in_force == Some(InForce::Yes) && !labels.has_ended(record);
        let shown = rows.iter().filter(|row| in_force(&row.record)).count();
        let said = phrase::in_force_and_not_shown(shown, unconfirmed, labels.lang);
        captions.push(labels.see(said, command));
    }
    if kind == Kind::Policy && rows.iter().any(|row| row.record.in_force != Some(InForce::Yes)) {
        captions.push(labels.label(Label::UnshownInBrackets).to_owned());
    }
    let captions = captions.into_iter().map(|caption| [Block::Blank, Block::Faint(caption)]);
    let blocks = std::iter::once(Block::Table(grid)).chain(captions.flatten()).collect();
    let none = phrase::none_pass(kind.plural(), lang::message::kind(kind, labels.lang), labels.lang);
    let page = Page::list(blocks).titled(lang::message::kinds(kind, labels.lang));
    Ok(page.noted(rows.is_empty(), none).with_marks_explained(labels))
}

/// Statuses of an enterprise that is there: others stand in brackets.
fn is_running(record: &Record) -> bool {
    matches!(
        record.status.as_deref(),
        Some("active" | "developing" | "under-construction" | "redeveloped" | "restructuring")
    )
}

type CellOf<'c> = fn(&Cells<'c>) -> Result<String, Error>;

/// The columns of a kind, each with what makes its cells.
fn columns<'c>(kind: Kind, labels: &Labels) -> Vec<(Column, CellOf<'c>)> {
    let column = |label, fold_order| labels.column(label).fold_order(fold_order);
    let of = |column: Column, cell: CellOf<'c>| (column, cell);
    let category = |order| of(column(Label::Category, order), Cells::category);
    let status = |order| of(column(Label::Status, order), Cells::status_of_year);
    let latest = |order| of(column(Label::Latest, order), |row| row.newest(row.listed(), true));
    let size = of(column(Label::AreaSize, 1), |row| row.newest(slice::from_ref(&row.about.size), false));
    let (mut id, mut name) =
        (column(Label::Id, 0).tone(Tone::Key), column(Label::Name, 0).tone(Tone::Strong));
    if matches!(kind, Kind::Policy | Kind::Enterprise) {
        // One of the two is enough to know and to type where there is little room.
        let spare = if labels.lang == Lang::En { &mut name } else { &mut id };
        *spare = spare.clone().fold_order(9);
    }
    let mut columns = vec![of(id, |row| Ok(row.record.id.to_string())), of(name, Cells::name)];
    columns.extend(match kind {
        Kind::Industry => vec![of(column(Label::Class, 1), Cells::classes), latest(2)],
        Kind::Port => vec![category(2), latest(1)],
        Kind::Park => {
            let focus = column(Label::Focus, 2);
            vec![
                category(3),
                size,
                of(focus, |row| row.labels.short_names(&row.record.id, &row.record.links.industries)),
            ]
        }
        Kind::Plan => vec![
            status(2),
            of(column(Label::TargetYears, 1), |row| Ok(row.target_years())),
            of(column(Label::Targets, 3), |row| Ok(row.targets())),
        ],
        Kind::Policy => vec![
            of(column(Label::Gives, 0), |row| {
                let weak = row.labels.evidence_mark(row.record, None)?;
                row.marked(row.gives() + weak, &[row.labels.lang.pick("benefit", "benefit_zh")])
            }),
            of(column(Label::Until, 2), |row| row.marked(row.until(), &["valid_until"])),
            of(column(Label::LastShown, 1), |row| {
                row.marked(row.last_shown()?, &["in_force", "in_force_as_of"])
            }),
            of(column(Label::Ask, 3), |row| row.marked(row.ask(), &["ask"])),
        ],
        Kind::Enterprise => vec![
            of(column(Label::Home, 4), Cells::homes),
            of(column(Label::Industry, 3).hyphens(), Cells::industries),
            of(column(Label::Park, 2).hyphens(), |row| {
                row.labels.short_names(&row.record.id, &row.record.links.parks)
            }),
            status(1),
            of(column(Label::Invested, 5), |row| row.newest(row.listed(), false)),
        ],
        Kind::Project | Kind::Amenity => vec![category(2), status(1), latest(3)],
        Kind::Area => vec![category(3), size, latest(2)],
    });
    columns
}

/// One row, of which cells are made.
struct Cells<'c> {
    row: &'c Listed<'c>,
    record: &'c Record<'c>,
    about: &'c About<'c>,
    labels: &'c Labels<'c>,
}

impl<'c> Cells<'c> {
    /// The name; where no column says how it stands, with a status that is not the usual one.
    fn name(&self) -> Result<String, Error> {
        let (name, kind) = (self.labels.name(self.record), self.record.kind);
        let has_column = !matches!(kind, Kind::Industry | Kind::Port | Kind::Park | Kind::Area);
        if has_column || matches!(self.record.status.as_deref(), None | Some("active")) {
            return Ok(name);
        }
        Ok(name + &self.labels.lang.bracket(&self.status_of_year()?))
    }

    fn category(&self) -> Result<String, Error> {
        self.marked(self.labels.term("category", &self.record.category)?, &["category"])
    }

    /// A text with the mark of the keys that it says, where these are the user's.
    fn marked(&self, text: String, keys: &[&str]) -> Result<String, Error> {
        Ok(text + self.labels.key_mark(&self.record.id, keys)?)
    }

    /// The metrics that a list of the kind shows.
    fn listed(&self) -> &'c [Text<'c>] {
        self.about.list_metrics.of(self.record.kind)
    }

    /// The newest value of the first of some metrics that has one, with its year (a page says the day), its
    /// claim, territory and part. `named` puts the metric before it, where a column has several.
    fn newest(&self, metrics: &[Text], named: bool) -> Result<String, Error> {
        let labels = self.labels;
        let found = metrics.iter().find_map(|metric| newest(&self.row.newest, metric, self.about));
        let Some(figure) = found else { return Ok(String::new()) };
        let value = labels.value_cell(figure, labels.year_text(figure))?;
        Ok(if named { labels.lang.labelled(labels.metric(figure), &value) } else { value })
    }

    /// The industries of an enterprise; where it has none, its category.
    fn industries(&self) -> Result<String, Error> {
        let industries = self.labels.short_names(&self.record.id, &self.record.links.industries)?;
        if industries.is_empty() { self.category() } else { Ok(industries) }
    }

    fn homes(&self) -> Result<String, Error> {
        self.labels.list(self.record.country.iter().map(|country| self.labels.term("country", country)))
    }

    /// The class in the page of 2017 and in the plan of 2023, each with its year.
    fn classes(&self) -> Result<String, Error> {
        let (lang, mut classes) = (self.labels.lang, Vec::new());
        for scheme in [&self.about.classes.scheme, &self.about.classes.later] {
            // A scheme is called after its year.
            let year = lang.bracket(&lang::date(scheme.rsplit('-').next().unwrap_or_default(), lang));
            for group in self.record.groups.iter().filter(|group| group.scheme == *scheme) {
                classes.push(self.labels.term("tier", &group.tier)? + &year);
            }
        }
        Ok(lang.list(classes))
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
        let targets = self.row.targets.iter().map(|target| &target.target);
        let dated = targets.filter(|figure| figure.period.is_some());
        let years = || dated.clone().filter_map(|figure| Some(figure.span()?.end.year));
        match years().min().zip(years().max()) {
            Some((first, last)) if first == last => self.labels.year(first),
            Some((first, last)) => lang::date(&format!("{first}/{last}"), self.labels.lang),
            None => String::new(),
        }
    }

    /// A date of a policy: the month is enough here, a page says the day.
    fn month(&self, date: &Text) -> String {
        lang::date(date.get(..7).unwrap_or(date), self.labels.lang)
    }

    fn gives(&self) -> String {
        let gives = self.labels.held(self.record.benefit.as_ref(), self.record.benefit_zh.as_ref());
        gives.unwrap_or(self.labels.label(Label::NotHeld)).to_owned()
    }

    fn until(&self) -> String {
        let Some(until) = &self.record.valid_until else { return String::new() };
        let date = self.month(until);
        if self.labels.has_ended(self.record) { phrase::ended(date, self.labels.lang) } else { date }
    }

    /// When a policy was last shown in force.
    fn last_shown(&self) -> Result<String, Error> {
        let as_of = self.record.in_force_as_of.as_ref().map(|date| self.month(date));
        let weak = self.labels.evidence_mark(self.record, self.record.in_force_as_of.as_ref())?;
        let as_of = as_of.map(|as_of| as_of + weak);
        Ok(match self.record.in_force {
            Some(InForce::Yes) => as_of.unwrap_or_else(|| self.labels.label(Label::Undated).to_owned()),
            _ => in_brackets(&as_of.unwrap_or(self.labels.record_status(self.record)?), self.labels.lang),
        })
    }

    /// Whom to ask about a policy.
    fn ask(&self) -> String {
        let Some(ask) = &self.record.ask else { return String::new() };
        let text =
            ask.telephone.as_deref().or_else(|| self.labels.held(ask.body.as_ref(), ask.body_zh.as_ref()));
        text.unwrap_or_default().to_owned()
    }

    /// The status with the year in which it was last known to hold; in brackets where an enterprise is not
    /// there, not yet, no longer, or for all that is known.
    fn status_of_year(&self) -> Result<String, Error> {
        let record = self.record;
        let status = self.labels.record_status(record)?;
        let year = record.status_as_of.as_deref().and_then(Span::parse);
        let year = year.map(|span| self.labels.year(span.end.year));
        let parts: Vec<String> = [Some(status), year].into_iter().flatten().collect();
        let text = parts.join(self.labels.lang.pick(" ", self.labels.lang.comma()));
        let is_idle = record.kind == Kind::Enterprise && !is_running(record);
        Ok(if !is_idle || text.is_empty() { text } else { in_brackets(&text, self.labels.lang) })
    }
}

fn in_brackets(text: &str, lang: Lang) -> String {
    lang.bracket(text).trim_start().to_owned()
}
