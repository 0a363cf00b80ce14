select min(sorts) from dossier_row;
select id, name, visits, evaluated_on, ends, organiser_kind, occasions, contacts_before, dismissed, proposals,
  decision from dossier_row where sorts >= :first and sorts < :after and stage <> 'cancelled';
select substr(at, 1, 7), severity, count(*) from incident_row where at >= :first and at < :after group by 1, 2;
select type, count(*) from incident_row where at >= :first and at < :after group by 1 order by 2 desc;
select foreseen is not null and foreseen <> 'none', count(*) from incident_row
  where at >= :first and at < :after group by 1;
select * from incident_row where at >= :first and at < :after and closed is null;
select dossier, count(*) from incident_row where dossier in
  (select id from dossier_row where sorts >= :first and sorts < :after and stage <> 'cancelled') group by 1;
select axis, level_before, level_after, count(*), max(likelihood_after * consequence_after) from risk_row
  where dossier in
  (select id from dossier_row where sorts >= :first and sorts < :after and stage <> 'cancelled') group by 1, 2, 3;
select status, helped, count(*) from action_row where dossier in
  (select id from dossier_row where sorts >= :first and sorts < :after and stage <> 'cancelled') group by 1, 2;
select * from action_row where status not in ('done', 'verified', 'dropped') and dossier in
  (select id from dossier_row where sorts >= :first and sorts < :after and stage <> 'cancelled') order by due;
select body from record where kind in ('meeting', 'lesson', 'function');
