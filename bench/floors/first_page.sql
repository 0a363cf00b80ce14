select * from dossier_row where sorts >= :first order by sorts limit 60;
select * from dossier_row where sorts < :first order by sorts desc limit 240;
select * from dossier_row where sorts = '~' and stage in ('draft', 'assessing') limit 60;
select * from action_row where status not in ('done', 'verified', 'dropped') and due < :first and dossier in
  (select id from dossier_row where sorts < :first order by sorts desc limit 240) order by due;
select body from record where kind in ('function', 'setting');
