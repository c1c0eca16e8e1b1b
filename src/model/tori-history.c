/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-history.h"

#include "model/tori-history-step.h"
#include "model/tori-record-private.h"
#include "model/tori-text-change.h"

/*
 * The one way in which a plan changes once it is open. A step is a list of changes, each the content of one
 * field or of one stretch of a list before and after; undoing puts the former contents back in reverse order.
 * A step that changed an entry also holds the change of the entry's time stamp, so that undoing everything
 * gives the same bytes.
 *
 * Always holds: `done` from 0 to `n_done` has happened, what follows can be redone.
 */
struct _ToriHistory
{
  GObject parent_instance;

  ToriPlan *plan;
  char *(*now) (void);

  GPtrArray *done; /* of ToriHistoryStep */
  guint n_done;
  guint64 n_steps; /* steps ever begun */
  guint64 saved;   /* serial of the last step of the saved state, 0 for the state at the beginning */

  ToriHistoryStep *open; /* between begin and end */
  guint depth;
  gboolean stepping; /* while a step is undone or done again */
  gboolean running;  /* whether the last step is a run of typing that may go on */
  gboolean run_inserts;
  gsize run_at; /* where the run's next insertion or deletion is expected, in bytes */
};

typedef enum
{
  PROP_PLAN = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_STEP,
  PROP_REDO_STEP,
  PROP_MODIFIED
} ToriHistoryProp;

static GParamSpec *props[PROP_MODIFIED + 1];

enum
{
  SIGNAL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriHistory, tori_history, G_TYPE_OBJECT)

static char *
get_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z"); /* RFC 3339 */
}

static const ToriField *
find_field (gpointer record, const char *property)
{
  const ToriField *field = tori_record_class_find_field (TORI_RECORD_GET_CLASS (record), property);

  g_assert (field != NULL);
  return field;
}

static ToriHistoryStep *
get_last_step (ToriHistory *self)
{
  return self->n_done == 0 ? NULL : self->done->pdata[self->n_done - 1];
}

static guint64
get_serial (ToriHistory *self)
{
  return self->n_done == 0 ? 0 : get_last_step (self)->serial;
}

static void
notify_all (ToriHistory *self)
{
  for (guint i = PROP_CAN_UNDO; i < G_N_ELEMENTS (props); i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
tori_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriHistory *self = TORI_HISTORY (object);

  switch ((ToriHistoryProp) id)
    {
    case PROP_PLAN: g_value_set_object (value, self->plan); return;
    case PROP_CAN_UNDO: g_value_set_boolean (value, tori_history_get_can_undo (self)); return;
    case PROP_CAN_REDO: g_value_set_boolean (value, tori_history_get_can_redo (self)); return;
    case PROP_UNDO_STEP: g_value_set_int (value, (int) tori_history_get_undo_step (self)); return;
    case PROP_REDO_STEP: g_value_set_int (value, (int) tori_history_get_redo_step (self)); return;
    case PROP_MODIFIED: g_value_set_boolean (value, tori_history_get_modified (self)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_history_finalize (GObject *object)
{
  ToriHistory *self = TORI_HISTORY (object);

  g_clear_pointer (&self->open, tori_history_step_free);
  g_ptr_array_unref (self->done);
  g_object_unref (self->plan);

  G_OBJECT_CLASS (tori_history_parent_class)->finalize (object);
}

static void
tori_history_class_init (ToriHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_history_get_property;
  object_class->finalize = tori_history_finalize;

  props[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, TORI_TYPE_PLAN, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_STEP] =
      g_param_spec_int ("undo-step", NULL, NULL, TORI_STEP_NONE, TORI_STEP_RESTORE, 0, flags);
  props[PROP_REDO_STEP] =
      g_param_spec_int ("redo-step", NULL, NULL, TORI_STEP_NONE, TORI_STEP_RESTORE, 0, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ToriHistory::stepped:
   * @self: a history
   * @record: where the step was
   *
   * A step was undone or done again; views show the place.
   */
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", TORI_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, TORI_TYPE_RECORD);
}

static void
tori_history_init (ToriHistory *self)
{
  self->done = g_ptr_array_new_with_free_func (tori_history_step_free);
  self->now = get_time_now;
}

/**
 * tori_history_new:
 * @plan: the plan whose changes it makes
 *
 * Returns: (transfer full): a history of no steps; the plan is taken to be as it was saved
 */
ToriHistory *
tori_history_new (ToriPlan *plan)
{
  ToriHistory *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_HISTORY, NULL);
  self->plan = g_object_ref (plan);
  return self;
}

/**
 * tori_history_get_plan:
 * @self: a history
 *
 * Returns: (transfer none): the plan whose changes it makes
 */
ToriPlan *
tori_history_get_plan (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), NULL);

  return self->plan;
}

/**
 * tori_history_set_clock:
 * @self: a history
 * @now: gives the time that changed entries are stamped with, as RFC 3339
 *
 * For tests, whose results must not depend on the time.
 */
void
tori_history_set_clock (ToriHistory *self, char *(*now) (void) )
{
  g_return_if_fail (TORI_IS_HISTORY (self));

  self->now = now;
}

/**
 * tori_history_begin:
 * @self: a history
 * @step: what is going to be done
 *
 * Begins a step; all changes until tori_history_end() are undone together. Steps may be nested, and are then
 * one step with the outermost's name.
 */
void
tori_history_begin (ToriHistory *self, ToriStep step)
{
  g_return_if_fail (TORI_IS_HISTORY (self));

  self->running = FALSE;
  if (self->depth++ == 0)
    self->open = tori_history_step_new (step, ++self->n_steps);
}

/* What comes from another file was stamped by whoever wrote it there. */
static gboolean
brings_stamps (ToriStep step)
{
  return step == TORI_STEP_MERGE || step == TORI_STEP_RESTORE;
}

/**
 * tori_history_end:
 * @self: a history
 *
 * Ends a step. One that changed nothing leaves no trace.
 */
void
tori_history_end (ToriHistory *self)
{
  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  if (self->open->changes->len == 0)
    {
      g_clear_pointer (&self->open, tori_history_step_free);
      return;
    }
  if (!brings_stamps (self->open->name))
    tori_history_step_stamp (self->open, self->now);
  g_ptr_array_set_size (self->done, (int) self->n_done); /* what was undone can't be redone any more */
  g_ptr_array_add (self->done, g_steal_pointer (&self->open));
  self->n_done++;
  notify_all (self);
}

static void
set_value (ToriHistory *self, gpointer record, const char *property, GValue *value)
{
  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (TORI_IS_RECORD (record));
  g_return_if_fail (self->open != NULL);

  tori_history_step_set_value (self->open, record, find_field (record, property), value);
}

/**
 * tori_history_set_text:
 * @self: a history, between begin and end
 * @record: a record of the plan
 * @property: one of its properties that hold text, a decimal number or the id of another record
 * @text: (nullable): the new content
 */
void
tori_history_set_text (ToriHistory *self, gpointer record, const char *property, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  set_value (self, record, property, &value);
}

/**
 * tori_history_set_int:
 * @self: a history, between begin and end
 * @record: a record of the plan
 * @property: one of its properties that hold a fiscal year, a number, a flag or a choice
 * @number: the new content
 */
void
tori_history_set_int (ToriHistory *self, gpointer record, const char *property, int number)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) exact = G_VALUE_INIT;

  g_return_if_fail (TORI_IS_RECORD (record));

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, number);
  g_value_init (&exact, g_object_class_find_property (G_OBJECT_GET_CLASS (record), property)->value_type);
  g_value_transform (&value, &exact);
  set_value (self, record, property, &exact);
}

/**
 * tori_history_set_strv:
 * @self: a history, between begin and end
 * @record: a record of the plan
 * @property: one of its properties that hold ids or words
 * @strv: (nullable): the new content
 */
void
tori_history_set_strv (ToriHistory *self, gpointer record, const char *property, const char *const *strv)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, strv);
  set_value (self, record, property, &value);
}

/**
 * tori_history_set_boxed:
 * @self: a history, between begin and end
 * @record: a record of the plan
 * @property: one of its properties that hold lanes, ratings, figures, years or a stamp
 * @boxed: (nullable): the new content; shared or copied
 */
void
tori_history_set_boxed (ToriHistory *self, gpointer record, const char *property, gconstpointer boxed)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (TORI_IS_RECORD (record));

  g_value_init (&value, find_field (record, property)->type ());
  g_value_set_boxed (&value, boxed);
  set_value (self, record, property, &value);
}

/**
 * tori_history_copy_field:
 * @self: a history with an open step
 * @record: a record of the plan
 * @field: one of its fields, not a list
 * @from: a record of the same class
 *
 * Gives the field the content that it has in another record.
 */
void
tori_history_copy_field (ToriHistory *self, gpointer record, const ToriField *field, gpointer from)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (self->open != NULL);
  g_return_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (from));

  g_value_init (&value, g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name)->value_type);
  tori_record_get_value (from, field, &value);
  tori_history_step_set_value (self->open, record, field, &value);
}

/**
 * tori_history_splice:
 * @self: a history, between begin and end
 * @list: a list of the plan
 * @position: where
 * @n_removals: how many records go
 * @additions: (array length=n_additions) (nullable): records that come
 * @n_additions: how many
 */
void
tori_history_splice (ToriHistory *self,
                     ToriList *list,
                     guint position,
                     guint n_removals,
                     ToriRecord *const *additions,
                     guint n_additions)
{
  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (self->open != NULL);
  g_return_if_fail (position + n_removals <= tori_list_get_length (list));

  tori_history_step_splice (self->open, list, position, n_removals, additions, n_additions);
}

/* Whether the last step is typing in this field which this change goes on with: more of the same, at the same
 * place, in the same line. Notes where the next one is expected. */
static gboolean
continue_run (
    ToriHistory *self, ToriRecord *record, const ToriField *field, const char *before, const char *after)
{
  ToriHistoryStep *last = get_last_step (self);
  const ToriTextChange typed = tori_text_change_find (before, after);
  const gsize at = typed.at, removed = typed.removed, inserted = typed.inserted;
  gboolean goes_on, new_line;

  new_line = memchr (after + at, '\n', inserted) != NULL || memchr (before + at, '\n', removed) != NULL;
  goes_on = self->running && !new_line && last != NULL && last->serial != self->saved
            && tori_history_step_find (last, record, field) != NULL;
  if (inserted > 0 && removed == 0)
    {
      goes_on = goes_on && self->run_inserts && at == self->run_at;
      self->run_inserts = TRUE;
      self->run_at = at + inserted;
    }
  else if (inserted == 0)
    {
      goes_on = goes_on && !self->run_inserts && (at == self->run_at || at + removed == self->run_at);
      self->run_inserts = FALSE;
      self->run_at = at;
    }
  else /* something was replaced, which begins a run */
    {
      goes_on = FALSE;
      self->run_inserts = TRUE;
      self->run_at = at + inserted;
    }
  self->running = !new_line;
  return goes_on;
}

/**
 * tori_history_type:
 * @self: a history
 * @step: what is being done
 * @record: a record of the plan
 * @property: one of its properties that hold text
 * @text: the text as it is after the key
 *
 * For typing: a run of it is one step. A run ends when something else happens, when typing goes on elsewhere
 * or turns from writing to deleting, at the end of a line, and with tori_history_end_run().
 *
 * Between begin and end it is part of the open step, and the run goes on in that step: so the first key can
 * also make the record that it is typed into.
 */
void
tori_history_type (ToriHistory *self, ToriStep step, gpointer record, const char *property, const char *text)
{
  const ToriField *field;
  g_auto (GValue) former = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean goes_on;

  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (TORI_IS_RECORD (record));

  field = find_field (record, property);
  g_value_init (&former, G_TYPE_STRING);
  g_value_init (&value, G_TYPE_STRING);
  tori_record_get_value (record, field, &former);
  g_value_set_string (&value, text == NULL ? "" : text);
  if (g_strcmp0 (g_value_get_string (&former), g_value_get_string (&value)) == 0)
    return;

  goes_on = self->n_done == self->done->len
            && continue_run (self, record, field, g_value_get_string (&former), g_value_get_string (&value));
  if (goes_on)
    {
      ToriHistoryStep *last = get_last_step (self);
      ToriHistoryChange *change = tori_history_step_find (last, record, field);

      tori_record_set_value (record, field, &value);
      g_value_copy (&value, &change->after);
      tori_history_step_stamp (last, self->now);
    }
  else
    {
      const gboolean running = self->running;

      tori_history_begin (self, step);
      tori_history_step_set_value (self->open, record, field, &value);
      tori_history_end (self);
      self->running = running;
    }
}

/**
 * tori_history_end_run:
 * @self: a history
 *
 * The next key begins a step of its own, because the cursor or the focus went elsewhere.
 */
void
tori_history_end_run (ToriHistory *self)
{
  g_return_if_fail (TORI_IS_HISTORY (self));

  self->running = FALSE;
}

gboolean
tori_history_get_can_undo (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

gboolean
tori_history_get_can_redo (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), FALSE);

  return self->n_done < self->done->len;
}

/**
 * tori_history_get_undo_step:
 * @self: a history
 *
 * Returns: what would be undone, TORI_STEP_NONE when there is nothing
 */
ToriStep
tori_history_get_undo_step (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), TORI_STEP_NONE);

  return self->n_done == 0 ? TORI_STEP_NONE : get_last_step (self)->name;
}

/**
 * tori_history_get_redo_step:
 * @self: a history
 *
 * Returns: what would be done again, TORI_STEP_NONE when there is nothing
 */
ToriStep
tori_history_get_redo_step (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), TORI_STEP_NONE);

  return self->n_done == self->done->len ? TORI_STEP_NONE
                                         : ((ToriHistoryStep *) self->done->pdata[self->n_done])->name;
}

static ToriRecord *
get_place (const ToriHistoryStep *step)
{
  return ((ToriHistoryChange *) step->changes->pdata[0])->record;
}

static void
take_step (ToriHistory *self, const ToriHistoryStep *step, gboolean forward)
{
  g_autoptr (ToriRecord) place = g_object_ref (get_place (step));

  self->running = FALSE;
  self->stepping = TRUE;
  tori_history_step_take (step, forward);
  self->stepping = FALSE;
  notify_all (self);
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0, place);
}

/**
 * tori_history_undo:
 * @self: a history, not between begin and end
 *
 * Takes the last step back, if there is one.
 */
void
tori_history_undo (ToriHistory *self)
{
  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL);

  if (self->n_done > 0)
    take_step (self, self->done->pdata[--self->n_done], FALSE);
}

/**
 * tori_history_redo:
 * @self: a history, not between begin and end
 *
 * Does the step that was undone last once more, if there is one.
 */
void
tori_history_redo (ToriHistory *self)
{
  g_return_if_fail (TORI_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL);

  if (self->n_done < self->done->len)
    take_step (self, self->done->pdata[self->n_done++], TRUE);
}

/**
 * tori_history_get_n_steps:
 * @self: a history
 *
 * Returns: how many steps it holds, those that were undone among them
 */
guint
tori_history_get_n_steps (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), 0);

  return self->done->len;
}

/**
 * tori_history_get_n_done:
 * @self: a history
 *
 * Returns: how many of its steps, from the first on, are done at the moment
 */
guint
tori_history_get_n_done (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), 0);

  return self->n_done;
}

/**
 * tori_history_get_step:
 * @self: a history
 * @i: one of its steps, from 0
 *
 * Returns: what it did
 */
ToriStep
tori_history_get_step (ToriHistory *self, guint i)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self) && i < self->done->len, TORI_STEP_NONE);

  return ((ToriHistoryStep *) self->done->pdata[i])->name;
}

/**
 * tori_history_get_place:
 * @self: a history
 * @i: one of its steps, from 0
 *
 * Returns: (transfer none): where it was
 */
ToriRecord *
tori_history_get_place (ToriHistory *self, guint i)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self) && i < self->done->len, NULL);

  return get_place (self->done->pdata[i]);
}

/**
 * tori_history_go_to:
 * @self: a history, not between begin and end
 * @n_done: how many of its steps shall be done
 *
 * Undoes or does again as many steps as that takes.
 */
void
tori_history_go_to (ToriHistory *self, guint n_done)
{
  g_return_if_fail (TORI_IS_HISTORY (self));

  n_done = MIN (n_done, self->done->len);
  while (self->n_done > n_done)
    tori_history_undo (self);
  while (self->n_done < n_done)
    tori_history_redo (self);
}

/**
 * tori_history_get_stepping:
 * @self: a history
 *
 * Returns: whether what is changing now is undone or done again; ::stepped follows when all of it is
 */
gboolean
tori_history_get_stepping (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), FALSE);

  return self->stepping;
}

/**
 * tori_history_get_modified:
 * @self: a history
 *
 * Returns: whether the plan differs from what was saved last
 */
gboolean
tori_history_get_modified (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), FALSE);

  return get_serial (self) != self->saved;
}

/**
 * tori_history_get_mark:
 * @self: a history
 *
 * To be asked when the plan is frozen for saving, and given to tori_history_mark_saved() when it has been
 * saved: meanwhile the user may have gone on. Typing after this begins a step of its own.
 *
 * Returns: a mark of the present state
 */
guint64
tori_history_get_mark (ToriHistory *self)
{
  g_return_val_if_fail (TORI_IS_HISTORY (self), 0);

  self->running = FALSE;
  return get_serial (self);
}

/**
 * tori_history_mark_saved:
 * @self: a history
 * @mark: the mark of the state that was saved
 */
void
tori_history_mark_saved (ToriHistory *self, guint64 mark)
{
  g_return_if_fail (TORI_IS_HISTORY (self));

  self->saved = mark;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}
