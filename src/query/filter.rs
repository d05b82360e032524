//! Which records of a kind pass the filters of a list.

use std::collections::BTreeSet;

use memchr::memmem::Finder;

use crate::{
    cli::ListArgs,
    error::Error,
    lang::message,
    model::{Group, InForce, Kind, Record, Span, Term, Text, fold},
    query::{
        Conditions,
        resolve::{self, FuzzyMatch, Matching},
    },
    store::{Atlas, format::Section},
};

/// Records with their numbers, and which of the filters' values were understood although not typed exactly so.
type Passing<'a> = (Vec<(usize, Record<'a>)>, Vec<FuzzyMatch>);

/// The records that pass all filters, in their order.
pub fn list<'a>(
    atlas: &Atlas<'a>,
    kind: Kind,
    args: &ListArgs,
    matching: Matching,
) -> Result<Passing<'a>, Error> {
    let Filter { conditions, class, notes } = filter(atlas, kind, args, matching)?;
    let class = class.as_ref().map(|class| Finder::new(class.as_bytes()));
    let stored = atlas.table(Section::Records)?;
    let mut passing = Vec::new();
    for number in atlas.numbers_of(kind)? {
        let bytes = stored.raw(number).unwrap_or_default();
        if class.as_ref().is_some_and(|class| class.find(bytes).is_none()) {
            continue;
        }
        let record = atlas.record(number)?;
        if conditions.hold(&record) {
            passing.push((number, record));
        }
    }
    Ok((passing, notes))
}

/// The filters, read.
struct Filter<'a> {
    /// What must hold of a record for it to be listed.
    conditions: Conditions<'a, Record<'a>>,
    /// The class, where one alone is asked for: a record whose stored form has no such text need not be decoded.
    class: Option<Text<'a>>,
    /// What was not typed quite so.
    notes: Vec<FuzzyMatch>,
}

/// What records hold in a field that a filter asks for.
type Values = fn(&Record) -> Vec<String>;

fn filter<'a>(
    atlas: &Atlas<'a>,
    kind: Kind,
    args: &ListArgs,
    matching: Matching,
) -> Result<Filter<'a>, Error> {
    let (mut conditions, mut class, mut notes) = (Conditions(Vec::new()), None, Vec::new());
    let of_category: Values = |record| vec![record.category.to_string()];
    let of_status: Values = |record| record.status.iter().map(ToString::to_string).collect();
    let of_country: Values = |record| record.country.iter().map(ToString::to_string).collect();
    let of_scheme: Values = |record| record.groups.iter().map(|group| group.scheme.to_string()).collect();
    let of_tier: Values = |record| record.groups.iter().map(|group| group.tier.to_string()).collect();
    let value = |option, set, typed: &Option<String>, values| {
        typed.as_ref().map(|typed| resolve_value(atlas, kind, option, set, typed, values)).transpose()
    };
    for (option, set, typed, values) in [
        ("--category", "category", &args.category, of_category),
        ("--status", kind.status_set(), &args.status, of_status),
        ("--country", "country", &args.own.enterprise.country, of_country),
    ] {
        let id = value(option, set, typed, values)?;
        conditions.add(id, move |id, record| values(record).contains(id));
    }
    let classes = &args.own.industry;
    let scheme = value("--scheme", "scheme", &classes.scheme, of_scheme)?;
    let tier = value("--tier", "tier", &classes.tier, of_tier)?;
    conditions.add(scheme.clone().or(tier.clone()), move |_, record| {
        let is = |asked: &Option<String>, id: &str| asked.as_ref().is_none_or(|asked| asked == id);
        record.groups.iter().any(|group| is(&scheme, &group.scheme) && is(&tier, &group.tier))
    });
    if classes.pillar || classes.emerging || classes.service {
        let of = atlas.about()?.classes;
        let asked =
            [(classes.pillar, of.pillar), (classes.emerging, of.emerging), (classes.service, of.service)];
        let asked = asked.into_iter().filter(|(asked, _)| *asked);
        let groups: Vec<_> = asked.map(|(_, tier)| Group { scheme: of.scheme.clone(), tier }).collect();
        class = groups.first().filter(|_| groups.len() == 1).map(|group| group.tier.clone());
        let is_of = |any: &Vec<Group>, record: &Record| record.groups.iter().any(|group| any.contains(group));
        conditions.add(Some(groups), is_of);
    }
    let in_force = args.own.policy.in_force.then_some(InForce::Yes);
    conditions.add(in_force, |_, record| record.in_force == Some(InForce::Yes));
    if let Some(months) = args.own.policy.lapsing {
        let today = atlas.data_day()?;
        conditions.add(Some(today..=today.months_after(months)), |days, record| {
            let until = record.valid_until.as_ref().and_then(|until| Span::parse_date(until));
            until.is_some_and(|until| days.contains(&until.end))
        });
    }
    for (linked, typed) in [
        (Kind::Industry, &args.industry),
        (Kind::Port, &args.port),
        (Kind::Park, &args.park),
        (Kind::Enterprise, &args.enterprise),
    ] {
        // A cell of a list names several, each of which must be linked.
        let several = typed.iter().flat_map(|typed| typed.split(['、', ',', '，'])).map(str::trim);
        for typed in several {
            match resolve::record(atlas, typed, Some(linked), matching) {
                Ok(meant) => {
                    notes.extend(meant.note);
                    let id = atlas.record_head_at(meant.number)?.id.to_string();
                    conditions.add(Some(id), move |id, record| {
                        record.links.of(linked).iter().any(|to| *to == **id)
                    });
                }
                // What the list shows of an enterprise without a link to an industry.
                Err(error) if (kind, linked) == (Kind::Enterprise, Kind::Industry) => {
                    let known = resolve_value(atlas, kind, "--industry", "category", typed, of_category);
                    let id = known.map_err(|_| error)?;
                    conditions.add(Some(id), move |id, record| *record.category == **id);
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(Filter { conditions, class, notes })
}

/// The id that was typed as such or as a label in either language, of the values that at least one record of
/// the kind has.
fn resolve_value(
    atlas: &Atlas,
    kind: Kind,
    option: &'static str,
    set: &str,
    typed: &str,
    values: Values,
) -> Result<String, Error> {
    let mut known = BTreeSet::new();
    for number in atlas.numbers_of(kind)? {
        known.extend(values(&atlas.record(number)?));
    }
    let key = fold(typed);
    for value in &known {
        let is_label = |term: Term| fold(&term.label) == key || fold(&term.label_zh) == key;
        if fold(value) == key || atlas.term(set, value)?.is_some_and(is_label) {
            return Ok(value.clone());
        }
    }
    Err(message::unknown_value(option, typed, &Vec::from_iter(known)))
}
