//! `industries`, `ports`, `parks` ...: the records of one kind, filtered, with the few columns that decide
//! between them.

use std::{cmp::Reverse, slice};

use clap::{ArgMatches, Command, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, show, targets, with_args, with_output};
use crate::{
    cli::{EnterpriseFilter, IndustryFilter, ListArgs, PlanFilter, PolicyFilter},
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{About, Figure, Kind, Record, Span, Status, Text, Value, series},
    page::{Labels, Page},
    query::{filter, targets::TargetResult},
    render::{Block, Column, Grid, Tone},
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
    let (numbers, notes) = filter::list(&atlas, kind, &args, printer.matching())?;
    if args.own.plan.outcomes {
        return targets::print(&numbers, notes, printer);
    }
    let for_page = printer.draws_page();
    let mut rows =
        numbers.iter().map(|number| listed(atlas, *number, for_page)).collect::<Result<Vec<_>, _>>()?;
    if for_page && kind == Kind::Plan {
        // Of all plans at once: each target is answered by figures of other records, which are read once.
        for target in targets::of_records(&atlas, numbers)? {
            if let Some(row) = rows.iter_mut().find(|row| row.record.id == target.plan) {
                row.targets.push(target);
            }
        }
    }
    let answer = Answer { notes, ..Answer::list(rows) };
    printer.print(answer, &|rows, labels| page(kind, rows, &args.own.industry, labels))
}

/// A record in a list.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Listed<'a> {
    /// The record.
    pub record: Record<'a>,
    /// The newest figure of each of its series; only for a page.
    #[serde(skip)]
    pub newest: Vec<Figure<'a>>,
    /// What came of its targets, where it is a plan; only for a page.
    #[serde(skip)]
    pub targets: Vec<TargetResult<'a>>,
}

impl Row for Listed<'_> {
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
        "benefit",
        "benefit_zh",
        "who",
        "who_zh",
        "valid_from",
        "valid_until",
        "in_force",
        "in_force_as_of",
        "ask",
        "document",
        "document_zh",
        "level",
        "evidence",
        "origin",
    ];

    fn id(&self) -> String {
        self.record.id.to_string()
    }
}

fn listed(atlas: Atlas, number: usize, for_page: bool) -> Result<Listed, Error> {
    let mut listed = Listed { record: atlas.record(number)?, newest: Vec::new(), targets: Vec::new() };
    if for_page {
        for series in atlas.series_of(number)? {
            if let Some(figure) = series.newest.first() {
                listed.newest.push(atlas.figure_at(*figure as usize)?);
            }
        }
    }
    Ok(listed)
}

fn page(kind: Kind, rows: &[Listed], classes: &IndustryFilter, labels: &Labels) -> Result<Page, Error> {
    let about = labels.atlas.about()?;
    let mut grid = Grid::new(columns(kind, labels));
    for row in rows {
        let mut cells = vec![row.record.id.to_string(), labels.name(&row.record)];
        cells.extend(specific(row, &about, labels)?);
        grid.row(cells);
    }
    let mut page = Page::list(Vec::new());
    if rows.is_empty() {
        let name = lang::message::kind(kind, labels.lang);
        page.notes.push(phrase::none_pass(kind.plural(), name, labels.lang));
    }
    page.blocks.push(Block::Table(grid));
    if kind == Kind::Industry && (classes.pillar || classes.emerging || classes.service) {
        page.blocks.push(Block::Blank);
        let (scheme, later) = (&about.classes.scheme, &about.classes.later);
        let [label, other] = [scheme, later].map(|scheme| labels.term("scheme", scheme));
        let caption = phrase::classed_by(label?, other?, later, labels.lang);
        page.blocks.push(Block::Toned(Tone::Faint, caption));
    }
    Ok(page.with_marks_explained(labels))
}

fn columns(kind: Kind, labels: &Labels) -> Vec<Column> {
    let label = |label: Label| Column::new(labels.label(label));
    let mut columns = vec![label(Label::Id).tone(Tone::Key), label(Label::Name).tone(Tone::Strong)];
    columns.extend(match kind {
        Kind::Industry => {
            [label(Label::Class).drop_order(1), label(Label::NewestOutput).drop_order(2)].to_vec()
        }
        Kind::Port => vec![label(Label::Category).drop_order(2), label(Label::Newest).drop_order(1)],
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
        Kind::Policy => {
            vec![
                label(Label::Gives).drop_order(3),
                label(Label::ValidUntil).drop_order(2),
                label(Label::Status).drop_order(1),
            ]
        }
        Kind::Enterprise => vec![
            label(Label::Home).drop_order(2),
            label(Label::Industry).drop_order(3),
            label(Label::Park).drop_order(1),
            label(Label::Since).drop_order(4),
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
        Kind::Industry => vec![own.classes()?, own.newest(listed)?],
        Kind::Port => vec![own.category()?, own.newest(listed)?],
        Kind::Park => vec![own.category()?, own.newest(listed)?, own.names(&record.links.industries)?],
        Kind::Plan => vec![labels.record_status(record)?, own.target_years(), own.targets()],
        Kind::Policy => {
            let until = record.valid_until.as_ref().map(|date| lang::date(date, labels.lang));
            vec![own.gives()?, until.unwrap_or_default(), labels.record_status(record)?]
        }
        Kind::Enterprise => {
            let mut homes = Vec::new();
            for country in &record.country {
                homes.push(labels.term("country", country)?);
            }
            vec![
                homes.join(labels.lang.enumerate()),
                own.category()?,
                own.names(&record.links.parks)?,
                own.since(),
            ]
        }
        Kind::Project | Kind::Amenity => {
            vec![own.category()?, labels.record_status(record)?, own.newest(listed)?]
        }
        Kind::Area => vec![own.category()?, own.newest(slice::from_ref(&about.size))?, own.newest(listed)?],
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

    /// The newest value of the first of some metrics that has one; what happened before what was
    /// estimated or designed, and never a target.
    fn newest(&self, metrics: &[Text]) -> Result<String, Error> {
        let is_of_a_part = |figure: &Figure| {
            figure.scope.as_ref().is_some_and(|scope| self.about.part_scopes.contains(scope))
        };
        for metric in metrics {
            for part in [false, true] {
                let best = self
                    .row
                    .newest
                    .iter()
                    .filter(|figure| figure.metric == *metric && figure.status != Status::Target)
                    .filter(|figure| figure.part.is_some() == part && !is_of_a_part(figure))
                    .max_by_key(|figure| {
                        (Reverse(series::status_rank(figure.status)), figure.span().map(Span::recency))
                    });
                if let Some(figure) = best {
                    return self.cell(figure);
                }
            }
        }
        Ok(String::new())
    }

    /// A value with its year; a page says the day.
    fn cell(&self, figure: &Figure) -> Result<String, Error> {
        let labels = self.labels;
        let when = match (&figure.period, figure.span()) {
            (None, Some(span)) => lang::date(&span.end.year.to_string(), labels.lang),
            _ => labels.date_text(figure),
        };
        labels.value_cell(figure, when)
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
                    self.labels.lang.bracket(year)
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

    /// What a policy gives: its rate or limit, where one figure says it, else what it is about.
    fn gives(&self) -> Result<String, Error> {
        for metric in &self.about.list_metrics.policies {
            let newest = self.newest(slice::from_ref(metric))?;
            if let Some(figure) =
                self.row.newest.iter().find(|figure| figure.metric == *metric && !newest.is_empty())
            {
                return Ok(format!("{}{}{newest}", self.labels.metric(figure), self.labels.lang.colon()));
            }
        }
        self.category()
    }

    fn since(&self) -> String {
        let first = self.about.list_metrics.enterprises.iter().find_map(|metric| {
            self.row.newest.iter().find(|f| f.metric == *metric && f.status == Status::Actual)
        });
        let year = |figure: &Figure| match &figure.value {
            Value::Text(date) => {
                Span::parse(date).map(|span| format!("{}{}", span.start.year, self.labels.marks(figure)))
            }
            _ => None,
        };
        first.and_then(year).unwrap_or_default()
    }
}
