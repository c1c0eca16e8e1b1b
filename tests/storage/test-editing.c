/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-former.h"
#include "model/tori-initiative.h"
#include "model/tori-line-edit.h"
#include "model/tori-next-year.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"

/* What the editor does, in any order and very often: all of it can be undone to the same bytes, and done
 * again.
 */

#define STEPS 100000
#define FIRST_YEAR 2017
#define LAST_YEAR 2021

static const char *const lines[] = {
  "・説明会の開催(7月)\n", "・調整(10月～1月)\n", "　詳しくは別紙\n", "文です。", "<見出し>\n",
  "\"引用\"\\\n",          "平成30年度の総务部。"
};

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  GRand *random;
  GPtrArray *initiatives; /* of the plan as it was read; none is removed */
} Editing;

static int
draw (Editing *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static ToriList *
get_text (Editing *self, ToriEntry *entry)
{
  switch (draw (self, 3))
    {
    case 0: return tori_entry_get_actions (entry);
    case 1: return tori_entry_get_outcome (entry);
    default: return tori_entry_get_outlook (entry);
    }
}

static gpointer
pick (Editing *self, ToriList *list)
{
  const guint n = tori_list_get_length (list);

  return n == 0 ? NULL : tori_list_get (list, (guint) draw (self, (int) n));
}

/* Typing, Return and Tab, sorting, and taking things away. */
static char *
change_text (Editing *self, const char *text)
{
  const char *line = lines[draw (self, G_N_ELEMENTS (lines))];
  const gsize length = strlen (text);

  switch (draw (self, 5))
    {
    case 0: return tori_line_edit_sort (text, 0, length);
    case 1: return tori_line_edit_indent (text, 0, length, draw (self, 2) == 0 ? 1 : -1);
    case 2: return length > 300 ? g_strdup ("") : NULL;
    case 3: return g_strconcat (line, text, NULL);
    default: return g_strconcat (text, line, NULL);
    }
}

static void
change_block (Editing *self, ToriEntry *entry)
{
  ToriList *blocks = get_text (self, entry);
  ToriBlock *block = pick (self, blocks);
  g_autofree char *text = NULL;
  g_autoptr (ToriBlock) added = NULL;

  switch (block == NULL ? 0 : draw (self, 8))
    {
    case 0:
      added = g_object_new (TORI_TYPE_BLOCK, NULL);
      tori_edit_add (self->history, TORI_STEP_ADD_TEXT, blocks, 0, added);
      break;
    case 1: tori_edit_remove (self->history, TORI_STEP_REMOVE_TEXT, block); break;
    case 2:
      tori_edit_move (self->history, TORI_STEP_MOVE_TEXT, block, blocks,
                      (guint) draw (self, (int) tori_list_get_length (blocks)));
      break;
    default:
      text = change_text (self, tori_block_get_text (block));
      if (text != NULL)
        tori_edit_type (self->history, TORI_STEP_OUTCOME, block, "text", text);
    }
}

static void
change_level (Editing *self, ToriEntry *entry)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (self->plan), 0);
  ToriRecord *level = draw (self, 4) == 0 ? NULL : pick (self, tori_scale_get_levels (scale));

  tori_edit_rate (self->history, entry, tori_record_get_id (TORI_RECORD (scale)),
                  level == NULL ? NULL : tori_record_get_id (level), 0);
}

static void
change (Editing *self)
{
  ToriInitiative *initiative = self->initiatives->pdata[draw (self, (int) self->initiatives->len)];
  const int year = g_rand_int_range (self->random, FIRST_YEAR, LAST_YEAR + 1);
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  ToriNextYear done;

  if (draw (self, 20) == 0)
    tori_history_end_run (self->history);
  switch (entry == NULL ? 0 : draw (self, 12))
    {
    case 0: tori_former_copy (self->history, initiative, year); break;
    case 1: change_level (self, entry); break;
    case 2: tori_history_undo (self->history); break;
    case 3: tori_history_redo (self->history); break;
    case 4: tori_edit_add_topics (self->history, initiative, year); break;
    case 5:
      if (draw (self, 50) == 0)
        tori_next_year_begin (self->history, TRUE, &done);
      else if (tori_list_get_length (tori_entry_get_topics (entry)) > 0)
        tori_edit_remove (self->history, TORI_STEP_REMOVE_TOPIC, pick (self, tori_entry_get_topics (entry)));
      break;
    default: change_block (self, entry);
    }
}

static void
list_initiatives (Editing *self)
{
  ToriList *pillars = tori_plan_get_pillars (self->plan);

  self->initiatives = g_ptr_array_new ();
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *list = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (list); j++)
        g_ptr_array_add (self->initiatives, tori_list_get (list, j));
    }
}

static void
test_editing (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);
  gsize length;
  g_autofree char *before = tori_test_read (path, &length);
  Editing self = { .plan = tori_codec_decode (before, length, NULL),
                   .random = g_rand_new_with_seed (20261127) };
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  guint n = 0;

  g_assert_nonnull (self.plan);
  self.history = tori_history_new (self.plan);
  list_initiatives (&self);
  for (guint i = 0; i < STEPS; i++)
    change (&self);
  end = tori_codec_encode (self.plan);

  for (; tori_history_get_can_undo (self.history); n++)
    tori_history_undo (self.history);
  undone = tori_codec_encode (self.plan);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), before, length);
  g_assert_cmpuint (n, >, STEPS / 4);
  g_test_message ("%u steps undone", n);
  while (tori_history_get_can_redo (self.history))
    tori_history_redo (self.history);
  redone = tori_codec_encode (self.plan);
  g_assert_true (g_bytes_equal (redone, end));

  g_ptr_array_unref (self.initiatives);
  g_rand_free (self.random);
  g_object_unref (self.history);
  g_object_unref (self.plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editing/many", test_editing);
  return g_test_run ();
}
