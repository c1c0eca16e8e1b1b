/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-diff.h"
#include "model/tori-edit.h"
#include "model/tori-pillar.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-records.h"

/* Each field of each record, changed alone, is one difference of that field; and none is another. */

static ToriPlan *
load (const char *name)
{
  gsize length;
  g_autofree char *text = tori_test_read_data (name, &length);
  ToriPlan *plan = tori_codec_decode (text, length, NULL);

  g_assert_nonnull (plan);
  return plan;
}

static guint n_fields_seen;

static void
check_field (ToriPlan *old, ToriPlan *new, ToriRecord *record, const ToriField *field)
{
  g_autoptr (GPtrArray) changes = NULL;
  const ToriChange *change;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) former = G_VALUE_INIT;
  const GType type = g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name)->value_type;

  g_value_init (&former, type);
  tori_record_get_value (record, field, &former);
  for (guint seed = 1; changes == NULL || changes->len == 0; seed++)
    {
      tori_test_make_value (field, seed, &value);
      tori_record_set_value (record, field, &value);
      g_value_unset (&value);
      g_clear_pointer (&changes, g_ptr_array_unref);
      changes = tori_diff (old, new);
      g_assert_cmpuint (seed, <, 10);
    }
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpint (change->kind, ==, TORI_CHANGE_SET);
  g_assert_cmpstr (change->field->name, ==, field->name);
  g_assert_true (change->new == record);
  g_assert_cmpstr (tori_record_get_id (change->old), ==, tori_record_get_id (record));
  tori_record_set_value (record, field, &former);
  n_fields_seen++;
}

static void
check_record (ToriPlan *old, ToriPlan *new, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      {
        ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

        for (guint j = 0; j < tori_list_get_length (list); j++)
          check_record (old, new, tori_list_get (list, j));
      }
    else if (fields[i].kind != TORI_FIELD_ID && !(fields[i].flags & TORI_FIELD_REQUIRED))
      check_field (old, new, record, &fields[i]);
}

static void
test_fields (void)
{
  g_autoptr (ToriPlan) old = load ("every-member.torikumi");
  g_autoptr (ToriPlan) new = load ("every-member.torikumi");
  g_autoptr (GPtrArray) none = tori_diff (old, new);

  g_assert_cmpuint (none->len, ==, 0);
  check_record (old, new, TORI_RECORD (new));
  g_assert_cmpuint (n_fields_seen, >, 60);
}

static void
assert_changes (ToriPlan *old, ToriPlan *new, const char *expected)
{
  g_autoptr (GPtrArray) changes = tori_diff (old, new);
  g_autoptr (GString) told = g_string_new (NULL);
  static const char signs[] = "=+-~%";

  for (guint i = 0; i < changes->len; i++)
    {
      const ToriChange *change = changes->pdata[i];
      ToriInitiative *initiative = tori_change_get_initiative (change);
      g_autofree char *path = tori_change_dup_path (change);

      g_string_append_printf (told, "%c %s (%s)\n", signs[change->kind], path,
                              initiative == NULL ? "" : tori_record_get_id (TORI_RECORD (initiative)));
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_structure (void)
{
  g_autoptr (ToriPlan) old = load ("small.torikumi");
  g_autoptr (ToriPlan) new = load ("small.torikumi");
  g_autoptr (ToriHistory) history = tori_history_new (new);
  ToriList *one = tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (new), 0));
  ToriInitiative *four = tori_test_get_initiative (new, "i4");

  tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, four, one, 0);
  assert_changes (old, new, "~ pillars[0].initiatives[0] (i4)\n");
  tori_history_undo (history);
  tori_edit_remove (history, TORI_STEP_REMOVE_INITIATIVE, four);
  assert_changes (old, new, "- pillars[1].initiatives[0] (i4)\n");
  tori_history_undo (history);
  tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, tori_list_get (one, 0), one, 2);
  assert_changes (old, new, "% pillars[0].initiatives ()\n");
  tori_history_undo (history);
  assert_changes (new, old, "");
  /* A new one is one difference, whatever it has. */
  tori_edit_remove (history, TORI_STEP_REMOVE_INITIATIVE, tori_test_get_initiative (new, "i3"));
  assert_changes (new, old, "+ pillars[0].initiatives[2] (i3)\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/fields", test_fields);
  g_test_add_func ("/diff/structure", test_structure);
  return g_test_run ();
}
