/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-list.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

/* What a step did; the interface has the words for it ("Undo Change of Level"). */
typedef enum
{
  TORI_STEP_NONE,

  TORI_STEP_ADD_INITIATIVE,
  TORI_STEP_REMOVE_INITIATIVE,
  TORI_STEP_MOVE_INITIATIVE,
  TORI_STEP_NUMBER,
  TORI_STEP_TITLE,
  TORI_STEP_YEARS,
  TORI_STEP_MERGED_INTO,
  TORI_STEP_RELISTED,
  TORI_STEP_DIVISIONS,

  TORI_STEP_ADD_ITEM,
  TORI_STEP_REMOVE_ITEM,
  TORI_STEP_MOVE_ITEM,
  TORI_STEP_ITEM,
  TORI_STEP_ADD_LANE,
  TORI_STEP_REMOVE_LANE,
  TORI_STEP_ADD_SPAN,
  TORI_STEP_SPAN,
  TORI_STEP_REMOVE_SPAN,

  TORI_STEP_ADD_INDICATOR,
  TORI_STEP_REMOVE_INDICATOR,
  TORI_STEP_INDICATOR,
  TORI_STEP_FIGURE,

  TORI_STEP_LEVEL,
  TORI_STEP_STATE,
  TORI_STEP_ADD_TOPIC,
  TORI_STEP_REMOVE_TOPIC,
  TORI_STEP_MOVE_TOPIC,
  TORI_STEP_TOPIC,
  TORI_STEP_ADD_TEXT,
  TORI_STEP_REMOVE_TEXT,
  TORI_STEP_MOVE_TEXT,
  TORI_STEP_TEXT_TOPICS,
  TORI_STEP_ACTIONS,
  TORI_STEP_OUTCOME,
  TORI_STEP_OUTLOOK,
  TORI_STEP_NOTE,
  TORI_STEP_ATTACHMENTS,
  TORI_STEP_AUTHOR,
  TORI_STEP_COPY_YEAR,

  TORI_STEP_REPLACE,
  TORI_STEP_PASTE,

  TORI_STEP_REPORTED_YEAR,
  TORI_STEP_NEXT_YEAR,
  TORI_STEP_PLAN,

  TORI_STEP_MERGE,
  TORI_STEP_RESTORE,
} ToriStep;

#define TORI_TYPE_HISTORY (tori_history_get_type ())

G_DECLARE_FINAL_TYPE (ToriHistory, tori_history, TORI, HISTORY, GObject)

ToriHistory *tori_history_new (ToriPlan *plan);
ToriPlan *tori_history_get_plan (ToriHistory *self);
void tori_history_set_clock (ToriHistory *self, char *(*now) (void) );

void tori_history_begin (ToriHistory *self, ToriStep step);
void tori_history_end (ToriHistory *self);
void tori_history_set_text (ToriHistory *self, gpointer record, const char *property, const char *text);
void tori_history_set_int (ToriHistory *self, gpointer record, const char *property, int number);
void
tori_history_set_strv (ToriHistory *self, gpointer record, const char *property, const char *const *strv);
void tori_history_set_boxed (ToriHistory *self, gpointer record, const char *property, gconstpointer boxed);
void tori_history_copy_field (ToriHistory *self, gpointer record, const ToriField *field, gpointer from);
void tori_history_splice (ToriHistory *self,
                          ToriList *list,
                          guint position,
                          guint n_removals,
                          ToriRecord *const *additions,
                          guint n_additions);

void
tori_history_type (ToriHistory *self, ToriStep step, gpointer record, const char *property, const char *text);
void tori_history_end_run (ToriHistory *self);

gboolean tori_history_get_can_undo (ToriHistory *self);
gboolean tori_history_get_can_redo (ToriHistory *self);
ToriStep tori_history_get_undo_step (ToriHistory *self);
ToriStep tori_history_get_redo_step (ToriHistory *self);
void tori_history_undo (ToriHistory *self);
void tori_history_redo (ToriHistory *self);
guint tori_history_get_n_steps (ToriHistory *self);
guint tori_history_get_n_done (ToriHistory *self);
ToriStep tori_history_get_step (ToriHistory *self, guint i);
ToriRecord *tori_history_get_place (ToriHistory *self, guint i);
void tori_history_go_to (ToriHistory *self, guint n_done);
gboolean tori_history_get_stepping (ToriHistory *self);

gboolean tori_history_get_modified (ToriHistory *self);
guint64 tori_history_get_mark (ToriHistory *self);
void tori_history_mark_saved (ToriHistory *self, guint64 mark);

G_END_DECLS
