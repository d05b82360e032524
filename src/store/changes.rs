//! What changed since the releases of the data, as rows: the reasons that are written down, what is superseded,
//! the policies whose own term is over, and what is new.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use crate::{
    load::Dataset,
    model::{Change, ChangeKind, News, Span, Text},
};

/// All changes since the first release, the newest data first; and how many there are since the release
/// before the data of today, where there is one.
pub fn changes<'a>(dataset: &Dataset<'a>) -> (Vec<Change<'a>>, Option<News<'a>>) {
    let Some(about) = &dataset.about else { return (Vec::new(), None) };
    let today = &about.version;
    let mut first: HashMap<&Text, &Text> = HashMap::new();
    for release in &dataset.releases {
        first.extend(release.ids.keys().map(|id| (id, &release.version)));
    }
    let versions = || dataset.releases.iter().map(|release| &release.version);
    let version = |id: &Text<'a>| (*first.get(id).unwrap_or(&today)).clone();
    let row = |version: &Text<'a>, change, id: &Text<'a>| Change {
        version: version.clone(),
        change,
        id: id.clone(),
        ..Change::default()
    };
    let (mut rows, mut told) = (Vec::new(), BTreeSet::new());
    for reason in &dataset.reasons {
        for (n, id) in reason.ids.iter().enumerate() {
            let now = reason.now.get(n);
            told.extend(now.cloned());
            if reason.change != ChangeKind::Superseded {
                rows.push(Change {
                    old_id: now.map(|_| id.clone()),
                    was: reason.was.clone(),
                    was_zh: reason.was_zh.clone(),
                    reason: Some(reason.reason.clone()),
                    reason_zh: Some(reason.reason_zh.clone()),
                    ..row(&reason.version, reason.change, now.unwrap_or(id))
                });
            }
        }
    }
    for figure in &dataset.figures {
        // Where both came with one release, nobody has met the older one alone.
        if let Some(old) = figure.supersedes.as_ref().filter(|old| version(old) < version(&figure.id)) {
            let reason = dataset
                .reasons
                .iter()
                .rfind(|of| of.change == ChangeKind::Superseded && of.ids.contains(old));
            told.insert(figure.id.clone());
            rows.push(Change {
                old_id: Some(old.clone()),
                reason: reason.map(|of| of.reason.clone()),
                reason_zh: reason.map(|of| of.reason_zh.clone()),
                ..row(&version(&figure.id), ChangeKind::Superseded, &figure.id)
            });
        }
    }
    for policy in &dataset.records {
        let end = policy.valid_until.as_deref().and_then(Span::parse_date).map(|span| span.end.to_string());
        if let Some(end) = end.filter(|end| *end < about.date()) {
            rows.push(row(&end.replace('-', ".").into(), ChangeKind::Lapsed, &policy.id));
        }
    }
    let ids = dataset.fingerprints().map(|(id, _)| id);
    let oldest = versions().min().unwrap_or(today);
    let new = ids.filter(|id| version(id) > *oldest && !told.contains(id));
    rows.extend(new.map(|id| row(&version(&id), ChangeKind::New, &id)));
    rows.sort_by_key(|row| (Reverse(row.version.clone()), row.change));

    let before = versions().filter(|version| *version < today).max();
    let news = before.map(|since| {
        let mut news = News { since: since.clone(), first: oldest.clone(), ..News::default() };
        for row in rows.iter().filter(|row| row.version > *since) {
            *match (row.change, row.id.contains('.'), row.id.contains(':')) {
                (ChangeKind::New, true, _) => &mut news.figures,
                (ChangeKind::New, false, false) => &mut news.records,
                (ChangeKind::New, ..) => continue,
                _ => &mut news.changed,
            } += 1;
        }
        news
    });
    (rows, news)
}
