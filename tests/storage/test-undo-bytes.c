/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit.h"
#include "model/tori-history.h"
#include "model/tori-list.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"

/* Changes seen from the file: whatever people do, the plan can be written and read again; and undoing all of
 * it gives back the same bytes. */

static void
collect (ToriRecord *record, GPtrArray *records)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  g_ptr_array_add (records, record);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      {
        ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

        for (guint j = 0; j < tori_list_get_length (list); j++)
          collect (tori_list_get (list, j), records);
      }
}

static void
type_text (ToriHistory *history, ToriRecord *record, GRand *rand)
{
  g_autofree char *text = g_strdup_printf ("変更 %u\n\"次\"", g_rand_int_range (rand, 0, 5));
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_TEXT)
      tori_edit_type (history, TORI_STEP_TEXT_TOPICS, record, fields[i].name, text);
}

static void
change (ToriHistory *history, GRand *rand)
{
  ToriPlan *plan = tori_history_get_plan (history);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  ToriRecord *record;
  ToriList *list;

  collect (TORI_RECORD (plan), records);
  record = records->pdata[g_rand_int_range (rand, 0, (int) records->len)];
  list = tori_record_get_list (record);
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (list && g_rand_int_range (rand, 0, 3) == 0)
        tori_edit_remove (history, TORI_STEP_REMOVE_ITEM, record);
      break;
    case 1:
      if (list)
        tori_edit_move (history, TORI_STEP_MOVE_ITEM, record, list,
                        g_rand_int_range (rand, 0, (int) tori_list_get_length (list)));
      break;
    case 2:
      if (TORI_IS_PILLAR (record))
        tori_edit_add_initiative (history, TORI_PILLAR (record), 0);
      break;
    case 3:
      tori_history_begin (history, TORI_STEP_STATE);
      if (TORI_IS_INITIATIVE (record))
        tori_edit_ensure_entry (history, TORI_INITIATIVE (record), g_rand_int_range (rand, 2016, 2024));
      tori_history_end (history);
      break;
    case 4:
      if (TORI_IS_INITIATIVE (record))
        tori_edit_add_topics (history, TORI_INITIATIVE (record), g_rand_int_range (rand, 2016, 2024));
      break;
    default: type_text (history, record, rand); break;
    }
}

static GBytes *
encode_sound (ToriPlan *plan)
{
  GBytes *bytes = tori_codec_encode (plan);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (ToriPlan) back = tori_codec_decode (text, size, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = tori_codec_encode (back);
  g_assert_true (g_bytes_equal (bytes, again));
  return bytes;
}

static void
assert_undone (const char *path, guint32 seed)
{
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, NULL);
  g_autoptr (ToriHistory) history = tori_history_new (plan);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      change (history, rand);
      tori_history_end_run (history);
      if (i % 6 == 0)
        bytes = encode_sound (plan);
    }
  g_rand_free (rand);
  end = encode_sound (plan);
  g_assert_true (tori_history_get_can_undo (history));

  while (tori_history_get_can_undo (history))
    tori_history_undo (history);
  undone = tori_codec_encode (plan);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), text, length);

  while (tori_history_get_can_redo (history))
    tori_history_redo (history);
  redone = tori_codec_encode (plan);
  g_assert_true (g_bytes_equal (redone, end));
}

static void
test_undo (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i]; i++)
    for (guint32 seed = 1; seed <= 3; seed++)
      {
        g_test_message ("%s, seed %u", paths[i], seed);
        assert_undone (paths[i], seed);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/undo-bytes/undo", test_undo);
  return g_test_run ();
}
