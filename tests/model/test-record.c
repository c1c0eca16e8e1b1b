/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-record.h"

#include "model/tori-entry.h"
#include "model/tori-pillar.h"
#include "support/tori-test-records.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
sweep_field (ToriRecord *record, const ToriField *field)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", field->name);
  guint notified = 0, changed = 0;
  gulong handler = g_signal_connect_swapped (record, signal, G_CALLBACK (count_cb), &notified);
  gulong other = g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &changed);

  for (guint seed = 0; seed < 2; seed++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) kept = G_VALUE_INIT;
      g_auto (GValue) again = G_VALUE_INIT;

      tori_test_make_value (field, seed, &value);
      g_value_init (&kept, G_VALUE_TYPE (&value));
      g_object_set_property (G_OBJECT (record), field->name, &value);
      g_assert_cmpuint (notified, ==, seed + 1);
      g_assert_cmpuint (changed, ==, seed + 1);

      g_object_get_property (G_OBJECT (record), field->name, &kept);
      g_assert_false (tori_record_set_value (record, field, &kept));
      tori_test_make_value (field, seed, &again);
      g_object_set_property (G_OBJECT (record), field->name, &again);
      g_assert_cmpuint (notified, ==, seed + 1);
      g_assert_cmpuint (changed, ==, seed + 1);
    }
  g_signal_handler_disconnect (record, handler);
  g_signal_handler_disconnect (record, other);
}

static void
test_properties (void)
{
  guint n_types;
  const GType *types = tori_test_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (ToriRecord) record = g_object_new (types[i], NULL);
      guint n_fields;
      const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

      g_assert_cmpuint (n_fields, >, 0);
      for (guint j = 0; j < n_fields; j++)
        {
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), fields[j].name);

          g_assert_nonnull (pspec);
          if (fields[j].kind != TORI_FIELD_LIST)
            sweep_field (record, &fields[j]);
        }
    }
}

/* A text that is not there reads as "", ids that are not there as none, a number that is not there as NULL.
 */
static void
test_defaults (void)
{
  guint n_types;
  const GType *types = tori_test_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (ToriRecord) record = g_object_new (types[i], NULL);
      guint n_fields;
      const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), fields[j].name);
          g_auto (GValue) value = G_VALUE_INIT;

          g_value_init (&value, pspec->value_type);
          tori_record_get_value (record, &fields[j], &value);
          if (fields[j].kind == TORI_FIELD_LIST)
            g_assert_cmpuint (tori_list_get_length (g_value_get_object (&value)), ==, 0);
          else
            g_assert_true (g_param_value_defaults (pspec, &value));
        }
    }
}

static void
note_source_cb (ToriRecord *record, ToriRecord *source, const ToriField *field, GString *log)
{
  g_string_append_printf (log, "%s<%s.%s ", G_OBJECT_TYPE_NAME (record), G_OBJECT_TYPE_NAME (source),
                          field->name);
}

static void
test_changed_goes_up (void)
{
  g_autoptr (ToriPlan) plan = tori_test_small_plan ();
  ToriInitiative *initiative = tori_test_get_initiative (plan, "i1");
  ToriEntry *entry = tori_initiative_find_entry (initiative, 2018);
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (plan, "changed", G_CALLBACK (note_source_cb), log);
  g_signal_connect (initiative, "changed", G_CALLBACK (note_source_cb), log);
  g_signal_connect (tori_test_get_initiative (plan, "i2"), "changed", G_CALLBACK (note_source_cb), log);
  g_object_set (tori_list_get (tori_entry_get_actions (entry), 0), "text", "・改めた", NULL);
  g_assert_cmpstr (log->str, ==, "ToriInitiative<ToriBlock.text ToriPlan<ToriBlock.text ");
}

static void
test_ancestors (void)
{
  g_autoptr (ToriPlan) plan = tori_test_small_plan ();
  ToriInitiative *initiative = tori_test_get_initiative (plan, "i1");
  ToriRecord *entry = TORI_RECORD (tori_initiative_find_entry (initiative, 2018));

  g_assert_true (tori_record_get_parent (entry) == TORI_RECORD (initiative));
  g_assert_true (tori_record_get_ancestor (entry, TORI_TYPE_ENTRY) == entry);
  g_assert_true (tori_record_get_ancestor (entry, TORI_TYPE_PLAN) == plan);
  g_assert_null (tori_record_get_ancestor (TORI_RECORD (plan), TORI_TYPE_ENTRY));
  g_assert_null (tori_record_get_parent (TORI_RECORD (plan)));
}

static void
test_duplicate (void)
{
  guint n_types;
  const GType *types = tori_test_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (ToriRecord) record = tori_test_make_record (types[i], 3);
      g_autoptr (ToriRecord) copy = NULL;
      g_autofree char *wanted = tori_test_dump (record);
      g_autofree char *got = NULL;

      tori_record_set_unknown (record, "\"color\": 1");
      copy = tori_record_duplicate (record);
      got = tori_test_dump (copy);
      g_assert_cmpstr (got, ==, wanted);
      g_assert_cmpstr (tori_record_get_unknown (copy), ==, "\"color\": 1");
    }
}

static void
test_life (void)
{
  guint n_types;
  const GType *types = tori_test_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      ToriRecord *record = tori_test_make_record (types[i], 1);

      g_assert_finalize_object (record);
    }
}

/* A list may be held for longer than its owner lives, a record for longer than its list. */
static void
test_outlives (void)
{
  ToriPlan *plan = tori_test_small_plan ();
  g_autoptr (ToriList) pillars = g_object_ref (tori_plan_get_pillars (plan));
  g_autoptr (ToriRecord) pillar = g_object_ref (tori_list_get (pillars, 0));

  g_assert_finalize_object (plan);
  g_assert_null (tori_list_get_owner (pillars));
  g_assert_null (tori_record_get_parent (pillar));
  g_assert_finalize_object (g_steal_pointer (&pillars));
  g_assert_null (tori_record_get_list (pillar));
  g_assert_cmpstr (tori_record_get_id (pillar), ==, "p1");
}

static void
test_find (void)
{
  g_autoptr (ToriPlan) plan = tori_test_small_plan ();
  ToriList *pillars = tori_plan_get_pillars (plan);
  g_autoptr (ToriRecord) late = g_object_new (TORI_TYPE_PILLAR, "id", "p9", NULL);

  g_assert_true (tori_plan_find (plan, TORI_TYPE_PILLAR, "p2") == tori_list_get (pillars, 1));
  g_assert_null (tori_plan_find (plan, TORI_TYPE_PILLAR, "i1"));
  g_assert_null (tori_plan_find (plan, TORI_TYPE_PILLAR, NULL));
  g_assert_nonnull (tori_plan_find (plan, TORI_TYPE_INITIATIVE, "i2"));
  tori_list_splice (pillars, 0, 0, &late, 1);
  g_assert_true (tori_plan_find (plan, TORI_TYPE_PILLAR, "p9") == late);
  g_object_set (late, "id", "p8", NULL);
  g_assert_null (tori_plan_find (plan, TORI_TYPE_PILLAR, "p9"));
  g_assert_true (tori_plan_find (plan, TORI_TYPE_PILLAR, "p8") == late);
  tori_list_splice (pillars, 2, 1, NULL, 0);
  g_assert_null (tori_plan_find (plan, TORI_TYPE_INITIATIVE, "i2"));
}

static void
test_covers_year (void)
{
  g_autoptr (ToriPlan) plan = tori_test_small_plan ();
  ToriInitiative *initiative = tori_test_get_initiative (plan, "i1");

  g_assert_false (tori_initiative_covers_year (initiative, 2016));
  g_assert_true (tori_initiative_covers_year (initiative, 2017));
  g_assert_true (tori_initiative_covers_year (initiative, 2021));
  g_assert_false (tori_initiative_covers_year (initiative, 2022));
  g_object_set (initiative, "from", 2018, "until", 2019, NULL);
  g_assert_false (tori_initiative_covers_year (initiative, 2017));
  g_assert_true (tori_initiative_covers_year (initiative, 2019));
  g_assert_false (tori_initiative_covers_year (initiative, 2020));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/defaults", test_defaults);
  g_test_add_func ("/record/changed-goes-up", test_changed_goes_up);
  g_test_add_func ("/record/ancestors", test_ancestors);
  g_test_add_func ("/record/duplicate", test_duplicate);
  g_test_add_func ("/record/life", test_life);
  g_test_add_func ("/record/outlives", test_outlives);
  g_test_add_func ("/plan/find", test_find);
  g_test_add_func ("/initiative/covers-year", test_covers_year);

  return g_test_run ();
}
