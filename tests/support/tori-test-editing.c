/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-editing.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-former.h"
#include "model/tori-initiative.h"
#include "model/tori-line-edit.h"
#include "model/tori-next-year.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "tori-test-records.h"

#define FIRST_YEAR 2017
#define LAST_YEAR 2021

static const char *const lines[] = {
  "・説明会の開催(7月)\n", "・調整(10月～1月)\n", "　詳しくは別紙\n", "文です。", "<見出し>\n",
  "\"引用\"\\\n",          "平成30年度の総务部。"
};

static int
draw (ToriTestEditing *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static ToriList *
get_text (ToriTestEditing *self, ToriEntry *entry)
{
  switch (draw (self, 3))
    {
    case 0: return tori_entry_get_actions (entry);
    case 1: return tori_entry_get_outcome (entry);
    default: return tori_entry_get_outlook (entry);
    }
}

static gpointer
pick (ToriTestEditing *self, ToriList *list)
{
  const guint n = tori_list_get_length (list);

  return n == 0 ? NULL : tori_list_get (list, (guint) draw (self, (int) n));
}

/* One that is in the plan: undoing may have taken an added one out of it again. */
static ToriInitiative *
pick_initiative (ToriTestEditing *self)
{
  ToriRecord *initiative;

  do
    initiative = self->initiatives->pdata[draw (self, (int) self->initiatives->len)];
  while (tori_record_get_list (initiative) == NULL);
  return TORI_INITIATIVE (initiative);
}

/* Typing, Return and Tab, sorting, and taking things away. */
static char *
change_text (ToriTestEditing *self, const char *text)
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
change_block (ToriTestEditing *self, ToriEntry *entry)
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
change_level (ToriTestEditing *self, ToriEntry *entry)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (self->plan), 0);
  ToriRecord *level = draw (self, 4) == 0 ? NULL : pick (self, tori_scale_get_levels (scale));

  tori_edit_rate (self->history, entry, tori_record_get_id (TORI_RECORD (scale)),
                  level == NULL ? NULL : tori_record_get_id (level), 0);
}

/**
 * tori_test_editing_step:
 * @self: an editing
 *
 * Does something that the editor of an initiative does, or undoes or redoes something.
 */
void
tori_test_editing_step (ToriTestEditing *self)
{
  ToriInitiative *initiative = pick_initiative (self);
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

/**
 * tori_test_editing_look:
 * @self: an editing
 *
 * Looks what initiatives there are, after something else has changed the plan.
 */
void
tori_test_editing_look (ToriTestEditing *self)
{
  ToriList *pillars = tori_plan_get_pillars (self->plan);

  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
  self->initiatives = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *list = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (list); j++)
        g_ptr_array_add (self->initiatives, g_object_ref (tori_list_get (list, j)));
    }
}

/* A division of the plan that some initiative is given, or no longer has, or that is new. */
static void
change_divisions (ToriTestEditing *self, ToriInitiative *initiative)
{
  ToriDepartment *department = pick (self, tori_plan_get_departments (self->plan));
  ToriList *divisions = department == NULL ? NULL : tori_department_get_divisions (department);
  ToriRecord *division = divisions == NULL ? NULL : pick (self, divisions);
  const char *ids[] = { division == NULL ? NULL : tori_record_get_id (division), NULL };
  g_autoptr (GObject) added = NULL;

  if (divisions != NULL && draw (self, 3) == 0)
    {
      added = g_object_new (TORI_TYPE_DIVISION, "name", "新しい課", NULL);
      tori_edit_add (self->history, TORI_STEP_PLAN, divisions, 0, added);
      return;
    }
  tori_history_begin (self->history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (self->history, initiative, "divisions", ids);
  tori_history_end (self->history);
}

static gboolean
names (ToriTestEditing *self, ToriRecord *record)
{
  const char *id = tori_record_get_id (record);

  for (guint i = 0; i < self->initiatives->len; i++)
    {
      g_autofree char *dump = tori_test_dump (self->initiatives->pdata[i]);

      if (strstr (dump, id) != NULL && self->initiatives->pdata[i] != (gpointer) record)
        return TRUE;
    }
  return FALSE;
}

/**
 * tori_test_editing_change_structure:
 * @self: an editing
 *
 * Adds, removes or moves an initiative, or does something with the divisions.
 */
void
tori_test_editing_change_structure (ToriTestEditing *self)
{
  ToriPillar *pillar = pick (self, tori_plan_get_pillars (self->plan));
  ToriList *list = tori_pillar_get_initiatives (pillar);
  ToriInitiative *initiative = pick_initiative (self);
  guint place = (guint) draw (self, (int) tori_list_get_length (list) + 1);

  switch (draw (self, 5))
    {
    case 0:
      g_ptr_array_add (self->initiatives,
                       g_object_ref (tori_edit_add_initiative (self->history, pillar, place)));
      break;
    case 1:
      if (self->initiatives->len < 4 || names (self, TORI_RECORD (initiative)))
        break;
      tori_edit_remove (self->history, TORI_STEP_REMOVE_INITIATIVE, initiative);
      g_ptr_array_remove (self->initiatives, initiative);
      break;
    case 2:
      if (tori_record_get_list (TORI_RECORD (initiative)) == list)
        place = MIN (place, tori_list_get_length (list) - 1);
      tori_edit_move (self->history, TORI_STEP_MOVE_INITIATIVE, initiative, list, place);
      break;
    default: change_divisions (self, initiative);
    }
}

/**
 * tori_test_editing_new:
 * @plan: a plan with initiatives
 * @seed: what the chance begins with
 *
 * Returns: (transfer full): somebody who edits the plan at random
 */
ToriTestEditing *
tori_test_editing_new (ToriPlan *plan, guint32 seed)
{
  ToriTestEditing *self = g_new0 (ToriTestEditing, 1);

  self->plan = g_object_ref (plan);
  self->random = g_rand_new_with_seed (seed);
  self->history = tori_history_new (plan);
  tori_test_editing_look (self);
  return self;
}

void
tori_test_editing_free (ToriTestEditing *self)
{
  g_ptr_array_unref (self->initiatives);
  g_rand_free (self->random);
  g_object_unref (self->history);
  g_object_unref (self->plan);
  g_free (self);
}
