//! Which records of a kind pass the filters of a list.

use std::collections::BTreeSet;

use crate::{
    cli::ListArgs,
    error::{Error, UsageError},
    model::{Group, InForce, Kind, Record, Span, Term, fold},
    query::{
        Conditions,
        resolve::{self, FuzzyMatch, Matching},
    },
    store::Atlas,
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
    let (conditions, notes) = conditions(atlas, kind, args, matching)?;
    let mut passing = Vec::new();
    for number in atlas.numbers_of(kind)? {
        let record = atlas.record(number)?;
        if conditions.hold(&record) {
            passing.push((number, record));
        }
    }
    Ok((passing, notes))
}

/// What records hold in a field that a filter asks for.
type Values = fn(&Record) -> Vec<String>;

/// The filters, read; and what was not typed quite so.
fn conditions<'a>(
    atlas: &Atlas<'a>,
    kind: Kind,
    args: &ListArgs,
    matching: Matching,
) -> Result<(Conditions<'a, Record<'a>>, Vec<FuzzyMatch>), Error> {
    let (mut conditions, mut notes) = (Conditions(Vec::new()), Vec::new());
    let of_category: Values = |record| vec![record.category.to_string()];
    let of_status: Values = |record| record.status.iter().map(ToString::to_string).collect();
    let of_country: Values = |record| record.country.iter().map(ToString::to_string).collect();
    let of_scheme: Values = |record| record.groups.iter().map(|group| group.scheme.to_string()).collect();
    let of_tier: Values = |record| record.groups.iter().map(|group| group.tier.to_string()).collect();
    let value = |option, sets: &[&str], typed: Option<&String>, values| {
        typed.map(|typed| resolve_value(atlas, kind, option, sets, typed, values)).transpose()
    };
    let country = args.own.enterprise.country.as_ref();
    for (option, sets, typed, values) in [
        ("--category", &["category"][..], args.category.as_ref(), of_category),
        ("--status", &["entity-status", "plan-status"], args.status.as_ref(), of_status),
        ("--country", &["country"], country, of_country),
    ] {
        let id = value(option, sets, typed, values)?;
        conditions.add(id, move |id, record| values(record).contains(id));
    }
    let classes = &args.own.industry;
    let scheme = value("--scheme", &["scheme"], classes.scheme.as_ref(), of_scheme)?;
    let tier = value("--tier", &["tier"], classes.tier.as_ref(), of_tier)?;
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
        conditions.add(Some(groups), |any, record| record.groups.iter().any(|group| any.contains(group)));
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
                    let id = atlas.record(meant.number)?.id;
                    conditions.add(Some(id), move |id, record| record.links.of(linked).contains(id));
                }
                // What the list shows of an enterprise without a link to an industry.
                Err(error) if (kind, linked) == (Kind::Enterprise, Kind::Industry) => {
                    let known = resolve_value(atlas, kind, "--industry", &["category"], typed, of_category);
                    let id = known.map_err(|_| error)?;
                    conditions.add(Some(id), move |id, record| *record.category == **id);
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok((conditions, notes))
}

/// The id that was typed as such or as a label in either language, of the values that at least one record of
/// the kind has.
fn resolve_value(
    atlas: &Atlas,
    kind: Kind,
    option: &'static str,
    sets: &[&str],
    typed: &str,
    values: Values,
) -> Result<String, Error> {
    let mut known = BTreeSet::new();
    for number in atlas.numbers_of(kind)? {
        known.extend(values(&atlas.record(number)?));
    }
    let key = fold(typed);
    for value in &known {
        let terms = sets.iter().map(|set| atlas.term(set, value)).collect::<Result<Vec<_>, _>>()?;
        let is_label = |term: &Term| fold(&term.label) == key || fold(&term.label_zh) == key;
        if fold(value) == key || terms.iter().flatten().any(is_label) {
            return Ok(value.clone());
        }
    }
    let known = known.into_iter().collect();
    Err(UsageError::UnknownValue { option, typed: typed.to_owned(), known }.into())
}
