/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/tori-test-records.h"

#include "model/tori-attachment.h"
#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-indicator.h"
#include "model/tori-item.h"
#include "model/tori-lanes.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "model/tori-values.h"

/**
 * tori_test_record_types:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none): every class of records
 */
const GType *
tori_test_record_types (guint *n_types)
{
  static GType types[13];
  guint n = 0;

  types[n++] = TORI_TYPE_PLAN;
  types[n++] = TORI_TYPE_SCALE;
  types[n++] = TORI_TYPE_LEVEL;
  types[n++] = TORI_TYPE_DEPARTMENT;
  types[n++] = TORI_TYPE_DIVISION;
  types[n++] = TORI_TYPE_ATTACHMENT;
  types[n++] = TORI_TYPE_PILLAR;
  types[n++] = TORI_TYPE_INITIATIVE;
  types[n++] = TORI_TYPE_ITEM;
  types[n++] = TORI_TYPE_INDICATOR;
  types[n++] = TORI_TYPE_ENTRY;
  types[n++] = TORI_TYPE_TOPIC;
  types[n++] = TORI_TYPE_BLOCK;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (types));
  *n_types = n;
  return types;
}

static ToriLanes *
make_lanes (guint seed)
{
  g_autofree char *phase = g_strdup_printf ("検討%u", seed);
  const ToriSpan early = { phase, 2017, 2018, TORI_SPAN_PLANNED, NULL };
  const ToriSpan late = { (char *) "実施", 2019, (int) (2019 + seed % 3), TORI_SPAN_ACTUAL, NULL };
  ToriLanes *lanes = tori_lanes_new ();

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_insert_lane (lanes, 1);
  g_assert_true (tori_lanes_add_span (lanes, 0, &early));
  g_assert_true (tori_lanes_add_span (lanes, seed % 2, &late));
  return lanes;
}

static gpointer
make_boxed (GType type, guint seed)
{
  g_autofree char *word = g_strdup_printf ("%u.50", seed);

  if (type == TORI_TYPE_LANES)
    return make_lanes (seed);
  if (type == TORI_TYPE_RATINGS)
    {
      const ToriRating rating = { (char *) "scale-a", word, (int) (2016 + seed), NULL };
      ToriRatings *ratings = tori_ratings_new ();

      tori_ratings_set (ratings, &rating);
      return ratings;
    }
  if (type == TORI_TYPE_VALUES)
    {
      ToriValues *values = tori_values_new ();

      tori_values_set (values, 2017, word, NULL);
      tori_values_set (values, 2018, "0", "-0.5");
      return values;
    }
  if (type == TORI_TYPE_YEARS)
    {
      const ToriYears years = { (int) (2015 + seed), (int) (2020 + seed), NULL };

      return tori_years_copy (&years);
    }
  if (type == TORI_TYPE_STAMP)
    {
      const ToriStamp made = { (char *) "2019-04-01T09:00:00+09:00", word, NULL };

      return tori_stamp_copy (&made);
    }
  g_assert_not_reached ();
}

/**
 * tori_test_make_value:
 * @field: a field, not a list
 * @seed: below 40; another one gives another value, 0 never gives the default
 * @value: (out): an empty value, which is initialised
 *
 * Makes a content that no other field and no other seed has, as far as the kind allows.
 */
void
tori_test_make_value (const ToriField *field, guint seed, GValue *value)
{
  g_autofree char *word = g_strdup_printf ("%s-%u", field->name, seed);
  g_autofree char *other = g_strdup_printf ("%s-%u 二", field->name, seed);
  const char *strv[] = { word, other, NULL };

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_REF:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_string (value, word);
      return;
    case TORI_FIELD_DECIMAL:
      g_value_init (value, G_TYPE_STRING);
      g_value_take_string (value, g_strdup_printf ("%u.250", seed));
      return;
    case TORI_FIELD_YEAR:
      g_value_init (value, G_TYPE_INT);
      g_value_set_int (value, (int) (2017 + seed));
      return;
    case TORI_FIELD_NUMBER:
      g_value_init (value, G_TYPE_INT);
      g_value_set_int (value, field->fallback + 1 + (int) seed);
      return;
    case TORI_FIELD_FLAG:
      g_value_init (value, G_TYPE_BOOLEAN);
      g_value_set_boolean (value, seed % 2 == 0 ? !field->fallback : field->fallback);
      return;
    case TORI_FIELD_CHOICE:
      g_value_init (value, field->type ());
      g_value_set_enum (value, (field->fallback + 1 + (int) (seed % 2)) % 2);
      return;
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS:
      g_value_init (value, G_TYPE_STRV);
      g_value_set_boxed (value, strv);
      return;
    case TORI_FIELD_BOXED:
      g_value_init (value, field->type ());
      g_value_take_boxed (value, make_boxed (field->type (), seed));
      return;
    case TORI_FIELD_LIST:
    default: g_assert_not_reached ();
    }
}

/**
 * tori_test_make_record:
 * @type: a class of records
 * @seed: see tori_test_make_value()
 *
 * Returns: (transfer full): a record with a content in each field and one record in each list
 */
ToriRecord *
tori_test_make_record (GType type, guint seed)
{
  ToriRecord *record = g_object_new (type, NULL);
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      {
        g_autoptr (ToriRecord) child = tori_test_make_record (fields[i].type (), seed);

        tori_list_splice (*(ToriList **) tori_record_peek (record, &fields[i]), 0, 0, &child, 1);
      }
    else
      {
        g_auto (GValue) value = G_VALUE_INIT;

        tori_test_make_value (&fields[i], seed, &value);
        tori_record_set_value (record, &fields[i], &value);
      }
  return record;
}

static void
dump_lanes (GString *out, const ToriLanes *lanes)
{
  for (guint i = 0; i < tori_lanes_get_n_lanes (lanes); i++)
    {
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, i, &n);

      g_string_append (out, "[");
      for (guint j = 0; j < n; j++)
        g_string_append_printf (out, " %s %d-%d/%d", spans[j].phase, spans[j].from, spans[j].to,
                                (int) spans[j].kind);
      g_string_append (out, " ]");
    }
}

static void
dump_boxed (GString *out, GType type, gconstpointer boxed)
{
  if (boxed == NULL)
    g_string_append (out, "none");
  else if (type == TORI_TYPE_LANES)
    dump_lanes (out, boxed);
  else if (type == TORI_TYPE_RATINGS)
    for (guint i = 0; i < tori_ratings_get_n (boxed); i++)
      {
        const ToriRating *rating = tori_ratings_get (boxed, i);

        g_string_append_printf (out, " %s=%s/%d", rating->scale, rating->level, rating->since);
      }
  else if (type == TORI_TYPE_VALUES)
    for (guint i = 0; i < tori_values_get_n (boxed); i++)
      {
        const ToriValue *value = tori_values_get (boxed, i);

        g_string_append_printf (out, " %d:%s/%s", value->year, value->target == NULL ? "none" : value->target,
                                value->actual == NULL ? "none" : value->actual);
      }
  else if (type == TORI_TYPE_YEARS)
    g_string_append_printf (out, "%d-%d", ((const ToriYears *) boxed)->first,
                            ((const ToriYears *) boxed)->last);
  else
    g_string_append_printf (out, "%s by %s", ((const ToriStamp *) boxed)->at,
                            ((const ToriStamp *) boxed)->by);
}

static void
dump_record (GString *out, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  g_string_append_printf (out, "%s {\n", G_OBJECT_TYPE_NAME (record));
  for (guint i = 0; i < n_fields; i++)
    {
      gpointer place = tori_record_peek (record, &fields[i]);
      g_autofree char *joined = NULL;

      g_string_append_printf (out, "%s: ", fields[i].name);
      switch (fields[i].kind)
        {
        case TORI_FIELD_LIST:
          for (guint j = 0; j < tori_list_get_length (*(ToriList **) place); j++)
            dump_record (out, tori_list_get (*(ToriList **) place, j));
          break;
        case TORI_FIELD_BOXED: dump_boxed (out, fields[i].type (), *(gpointer *) place); break;
        case TORI_FIELD_WORDS:
        case TORI_FIELD_REFS:
          joined = *(char ***) place == NULL ? NULL : g_strjoinv ("|", *(char ***) place);
          g_string_append (out, joined == NULL ? "none" : joined);
          break;
        case TORI_FIELD_YEAR:
        case TORI_FIELD_NUMBER:
        case TORI_FIELD_FLAG:
        case TORI_FIELD_CHOICE: g_string_append_printf (out, "%d", *(int *) place); break;
        case TORI_FIELD_ID:
        case TORI_FIELD_TEXT:
        case TORI_FIELD_DECIMAL:
        case TORI_FIELD_REF:
        default: g_string_append (out, *(char **) place == NULL ? "none" : *(char **) place); break;
        }
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "}\n");
}

/**
 * tori_test_dump:
 * @record: a record
 *
 * Returns: (transfer full): everything in and below it, in a form to be compared and read
 */
char *
tori_test_dump (gpointer record)
{
  GString *out = g_string_new (NULL);

  dump_record (out, record);
  return g_string_free (out, FALSE);
}

static gpointer
add (ToriList *list, gpointer record)
{
  ToriRecord *addition = record;

  tori_list_splice (list, tori_list_get_length (list), 0, &addition, 1);
  g_object_unref (record);
  return record;
}

static const char *const first_item[] = { "i1-s1", NULL };
static const char *const both_items[] = { "i1-s1", "i1-s2", NULL };
static const char *const first_topic[] = { "i1-t1", NULL };
static const char *const both_topics[] = { "i1-t1", "i1-t2", NULL };
static const char *const personnel[] = { "d-jinji", NULL };
static const char *const finance[] = { "d-zaisei", NULL };
static const char *const pillar_two[] = { "p2", NULL };

static void
add_scale (ToriPlan *plan)
{
  ToriScale *scale =
      add (tori_plan_get_scales (plan), g_object_new (TORI_TYPE_SCALE, "id", "s", "name", "達成度", NULL));

  add (tori_scale_get_levels (scale),
       g_object_new (TORI_TYPE_LEVEL, "id", "done", "name", "達成", "done", TRUE, NULL));
  add (tori_scale_get_levels (scale), g_object_new (TORI_TYPE_LEVEL, "id", "going", "name", "継続", NULL));
  add (tori_scale_get_levels (scale),
       g_object_new (TORI_TYPE_LEVEL, "id", "earlier", "name", "{year}達成済", "done", TRUE, NULL));
}

static void
add_entry (ToriInitiative *initiative)
{
  ToriEntry *entry =
      add (tori_initiative_get_entries (initiative), g_object_new (TORI_TYPE_ENTRY, "year", 2018, NULL));
  g_autoptr (ToriRatings) ratings = tori_ratings_new ();
  const ToriRating rating = { (char *) "s", (char *) "earlier", 2017, NULL };

  tori_ratings_set (ratings, &rating);
  g_object_set (entry, "ratings", ratings, NULL);
  add (tori_entry_get_topics (entry),
       g_object_new (TORI_TYPE_TOPIC, "id", "i1-t1", "title", "窓口", "items", first_item, NULL));
  add (tori_entry_get_topics (entry),
       g_object_new (TORI_TYPE_TOPIC, "id", "i1-t2", "title", "電話", "items", both_items, "divisions",
                     finance, "ratings", ratings, NULL));
  add (tori_entry_get_actions (entry), g_object_new (TORI_TYPE_BLOCK, "id", "i1-a1", "topics", first_topic,
                                                     "text", "・説明会の開催(6月)", NULL));
  add (tori_entry_get_outcome (entry), g_object_new (TORI_TYPE_BLOCK, "id", "i1-o1", "topics", both_topics,
                                                     "text", "待ち時間が減りました。", NULL));
}

/**
 * tori_test_small_plan:
 *
 * Returns: (transfer full): a whole plan with a reference of every kind in it
 */
ToriPlan *
tori_test_small_plan (void)
{
  ToriPlan *plan = tori_plan_new ();
  const ToriYears years = { 2017, 2021, NULL };
  ToriDepartment *department;
  ToriPillar *pillar, *other;
  ToriInitiative *initiative;

  g_object_set (plan, "id", "plan", "title", "行政改革計画", "years", &years, "year", 2018, NULL);
  add_scale (plan);
  department = add (tori_plan_get_departments (plan),
                    g_object_new (TORI_TYPE_DEPARTMENT, "id", "dep", "name", "総務部", NULL));
  add (tori_department_get_divisions (department),
       g_object_new (TORI_TYPE_DIVISION, "id", "d-jinji", "name", "人事課", NULL));
  add (tori_department_get_divisions (department),
       g_object_new (TORI_TYPE_DIVISION, "id", "d-zaisei", "name", "財政課", "successors", personnel, NULL));
  pillar = add (tori_plan_get_pillars (plan),
                g_object_new (TORI_TYPE_PILLAR, "id", "p1", "title", "便利な窓口", NULL));
  other = add (tori_plan_get_pillars (plan),
               g_object_new (TORI_TYPE_PILLAR, "id", "p2", "title", "健全な財政", NULL));

  initiative = add (tori_pillar_get_initiatives (pillar),
                    g_object_new (TORI_TYPE_INITIATIVE, "id", "i1", "number", "1", "title", "待たない窓口",
                                  "relisted", pillar_two, "divisions", personnel, NULL));
  add (tori_initiative_get_schedule (initiative), tori_test_make_record (TORI_TYPE_ITEM, 1));
  g_object_set (tori_list_get (tori_initiative_get_schedule (initiative), 0), "id", "i1-s1", NULL);
  add (tori_initiative_get_schedule (initiative),
       g_object_new (TORI_TYPE_ITEM, "id", "i1-s2", "item", "電話", NULL));
  add_entry (initiative);
  add (tori_pillar_get_initiatives (other),
       g_object_new (TORI_TYPE_INITIATIVE, "id", "i2", "number", "2", "title", "公共料金の納付",
                     "merged-into", "i1", NULL));
  return plan;
}

/**
 * tori_test_get_initiative:
 * @plan: a plan
 * @id: the id of one of its initiatives
 *
 * Returns: (transfer none): the initiative
 */
ToriInitiative *
tori_test_get_initiative (ToriPlan *plan, const char *id)
{
  ToriInitiative *initiative = tori_plan_find (plan, TORI_TYPE_INITIATIVE, id);

  g_assert_nonnull (initiative);
  return initiative;
}

/* Undoes all of a history; then the plan is what tori_test_dump() has given before. */
void
tori_test_assert_undone (ToriHistory *history, const char *before)
{
  g_autofree char *undone = NULL;

  while (tori_history_get_can_undo (history))
    tori_history_undo (history);
  undone = tori_test_dump (tori_history_get_plan (history));
  g_assert_cmpstr (undone, ==, before);
}
