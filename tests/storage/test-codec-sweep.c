/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-list.h"
#include "model/tori-ratings.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-plans.h"
#include "support/tori-test-records.h"

/* Every field of every class goes through the file, whatever the classes come to hold: these tests know no
 * field by its name. */

typedef void (*FieldFunc) (ToriRecord *record, const ToriField *field, gpointer user_data);

static void
for_each_field (ToriRecord *record, FieldFunc func, gpointer user_data)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      func (record, &fields[i], user_data);
      if (fields[i].kind == TORI_FIELD_LIST)
        {
          ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

          for (guint j = 0; j < tori_list_get_length (list); j++)
            for_each_field (tori_list_get (list, j), func, user_data);
        }
    }
}

static ToriPlan *
read_every_member (void)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", &length);
  g_autoptr (GError) error = NULL;
  ToriPlan *plan = tori_codec_decode (text, length, &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_round_trip (ToriPlan *plan)
{
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) back = tori_codec_decode_bytes (bytes, &error);
  g_autofree char *dump = tori_test_dump (plan);
  g_autofree char *back_dump = NULL;

  g_assert_no_error (error);
  back_dump = tori_test_dump (back);
  g_assert_cmpstr (back_dump, ==, dump);
  again = tori_codec_encode (back);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* What holds together by ids cannot be given just any value. */
static gboolean
is_id_or_reference (const ToriField *field)
{
  return field->kind == TORI_FIELD_ID || field->kind == TORI_FIELD_REF || field->kind == TORI_FIELD_REFS
         || (field->kind == TORI_FIELD_BOXED && field->type () == TORI_TYPE_RATINGS);
}

static void
change_field (ToriRecord *record, const ToriField *field, gpointer user_data)
{
  guint *seed = user_data;
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->kind == TORI_FIELD_LIST || is_id_or_reference (field))
    return;
  tori_test_make_value (field, ++*seed % 40, &value);
  tori_record_set_value (record, field, &value);
}

static void
test_changed (void)
{
  g_autoptr (ToriPlan) plan = read_every_member ();

  for (guint round = 0; round < 40; round++)
    {
      guint seed = round;

      for_each_field (TORI_RECORD (plan), change_field, &seed);
      assert_round_trip (plan);
    }
}

static void
note_filled (ToriRecord *record, const ToriField *field, gpointer user_data)
{
  GHashTable *filled = user_data;
  gpointer *place = tori_record_peek (record, field);
  gboolean is_filled;

  if (field->kind == TORI_FIELD_LIST)
    is_filled = tori_list_get_length (*place) > 0;
  else if (field->kind == TORI_FIELD_YEAR || field->kind == TORI_FIELD_NUMBER
           || field->kind == TORI_FIELD_FLAG || field->kind == TORI_FIELD_CHOICE)
    is_filled = *(int *) place != field->fallback;
  else
    is_filled = *place != NULL;
  if (is_filled)
    g_hash_table_add (filled, (gpointer) field);
}

/* The test file really has every member of every class, the references among them, and something unknown
 * beside. */
static void
test_file_has_all (void)
{
  g_autoptr (ToriPlan) plan = read_every_member ();
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  guint n_types;
  const GType *types = tori_test_record_types (&n_types);

  for_each_field (TORI_RECORD (plan), note_filled, filled);
  for (guint i = 0; i < n_types; i++)
    {
      ToriRecordClass *klass = g_type_class_ref (types[i]);
      guint n_fields;
      const ToriField *fields = tori_record_class_get_fields (klass, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_test_message ("%s of %s", fields[j].name, g_type_name (types[i]));
          g_assert_true (g_hash_table_contains (filled, &fields[j]));
        }
      g_type_class_unref (klass);
    }
  assert_round_trip (plan);
}

static void
test_big_plan (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (23);
  g_autoptr (ToriPlan) again = tori_test_big_plan (23);
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (GBytes) same = tori_codec_encode (again);

  assert_round_trip (plan);
  g_assert_true (g_bytes_equal (bytes, same));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/codec-sweep/changed", test_changed);
  g_test_add_func ("/codec-sweep/file-has-all", test_file_has_all);
  g_test_add_func ("/codec-sweep/big-plan", test_big_plan);
  return g_test_run ();
}
