/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-subject.h"

#include "model/tori-edit.h"
#include "model/tori-former.h"

/*
 * What the editor shows: one initiative in one fiscal year, and its entry of that year if there is one. All
 * parts of the editor share it, follow it, and make their changes through it.
 */
struct _ToriEditorSubject
{
  GObject parent_instance;

  ToriHistory *history;
  ToriInitiative *initiative; /* NULL while nothing is shown */
  ToriEntry *entry;           /* unowned; only compared with */
  int year;
  gboolean shows_former;
};

typedef enum
{
  PROP_SHOWS_FORMER = 1
} ToriEditorSubjectProp;

static GParamSpec *props[PROP_SHOWS_FORMER + 1];

enum
{
  SIGNAL_FOLLOW,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriEditorSubject, tori_editor_subject, G_TYPE_OBJECT)

static void
follow (ToriEditorSubject *self, ToriRecord *source, const ToriField *field)
{
  g_signal_emit (self, signals[SIGNAL_FOLLOW], 0, source, field);
}

static void
plan_changed_cb (ToriEditorSubject *self, ToriRecord *source, const ToriField *field)
{
  ToriRecord *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);
  ToriEntry *entry;

  if (self->initiative == NULL)
    return;
  /* Of the other initiatives only number, title and years can be seen here. */
  if (initiative != NULL && initiative != TORI_RECORD (self->initiative) && source != initiative)
    return;
  entry = tori_editor_subject_get_entry (self);
  if (entry != self->entry)
    {
      self->entry = entry;
      follow (self, NULL, NULL);
    }
  else
    follow (self, source, field);
}

/* Only at the end of a step: an initiative that moves to another pillar is in none for a moment. */
static void
step_ended_cb (ToriEditorSubject *self)
{
  if (self->initiative == NULL
      || tori_record_get_ancestor (TORI_RECORD (self->initiative), TORI_TYPE_PLAN) != NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}

static void
tori_editor_subject_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorSubjectProp) id)
    {
    case PROP_SHOWS_FORMER: g_value_set_boolean (value, TORI_EDITOR_SUBJECT (object)->shows_former); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_subject_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriEditorSubject *self = TORI_EDITOR_SUBJECT (object);

  switch ((ToriEditorSubjectProp) id)
    {
    case PROP_SHOWS_FORMER:
      if (self->shows_former == g_value_get_boolean (value))
        return;
      self->shows_former = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_subject_dispose (GObject *object)
{
  ToriEditorSubject *self = TORI_EDITOR_SUBJECT (object);

  g_clear_object (&self->initiative);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (tori_editor_subject_parent_class)->dispose (object);
}

static void
tori_editor_subject_class_init (ToriEditorSubjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_editor_subject_get_property;
  object_class->set_property = tori_editor_subject_set_property;
  object_class->dispose = tori_editor_subject_dispose;

  /* Whether what was written before is shown beside this year's texts. */
  props[PROP_SHOWS_FORMER] =
      g_param_spec_boolean ("shows-former", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ToriEditorSubject::follow:
   * @self: a subject
   * @source: (nullable): the record of the plan that changed; NULL when something else altogether is shown
   * @field: (nullable) (type gpointer): the #ToriField of it that changed
   */
  signals[SIGNAL_FOLLOW] = g_signal_new ("follow", TORI_TYPE_EDITOR_SUBJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, TORI_TYPE_RECORD, G_TYPE_POINTER);

  /**
   * ToriEditorSubject::gone:
   * @self: a subject
   *
   * A step has taken the initiative out of the plan.
   */
  signals[SIGNAL_GONE] =
      g_signal_new ("gone", TORI_TYPE_EDITOR_SUBJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_editor_subject_init (ToriEditorSubject *self)
{
}

/**
 * tori_editor_subject_new:
 * @history: the history of the plan
 *
 * Returns: (transfer full): a subject of which nothing is shown yet
 */
ToriEditorSubject *
tori_editor_subject_new (ToriHistory *history)
{
  ToriEditorSubject *self;

  g_return_val_if_fail (TORI_IS_HISTORY (history), NULL);

  self = g_object_new (TORI_TYPE_EDITOR_SUBJECT, NULL);
  self->history = g_object_ref (history);
  g_signal_connect_object (tori_history_get_plan (history), "changed", G_CALLBACK (plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::undo-step", G_CALLBACK (step_ended_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_editor_subject_show:
 * @self: a subject
 * @initiative: an initiative of the plan
 * @year: a fiscal year; there need not be an entry of it
 */
void
tori_editor_subject_show (ToriEditorSubject *self, ToriInitiative *initiative, int year)
{
  g_return_if_fail (TORI_IS_EDITOR_SUBJECT (self));
  g_return_if_fail (TORI_IS_INITIATIVE (initiative));

  if (initiative == self->initiative && year == self->year)
    return;
  tori_history_end_run (self->history);
  g_set_object (&self->initiative, initiative);
  self->year = year;
  self->entry = tori_initiative_find_entry (initiative, year);
  follow (self, NULL, NULL);
}

ToriHistory *
tori_editor_subject_get_history (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  return self->history;
}

ToriPlan *
tori_editor_subject_get_plan (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  return tori_history_get_plan (self->history);
}

/**
 * tori_editor_subject_get_initiative:
 * @self: a subject
 *
 * Returns: (transfer none) (nullable): the initiative, NULL while nothing is shown
 */
ToriInitiative *
tori_editor_subject_get_initiative (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  return self->initiative;
}

int
tori_editor_subject_get_year (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), 0);

  return self->year;
}

/**
 * tori_editor_subject_get_entry:
 * @self: a subject
 *
 * Returns: (transfer none) (nullable): the entry of the year, NULL while nobody has written one
 */
ToriEntry *
tori_editor_subject_get_entry (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  return self->initiative == NULL ? NULL : tori_initiative_find_entry (self->initiative, self->year);
}

/**
 * tori_editor_subject_get_former:
 * @self: a subject
 *
 * Returns: (transfer none) (nullable): the last entry before the year in which a text is written
 */
ToriEntry *
tori_editor_subject_get_former (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  return self->initiative == NULL ? NULL : tori_former_find (self->initiative, self->year);
}

gboolean
tori_editor_subject_get_shows_former (ToriEditorSubject *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), FALSE);

  return self->shows_former;
}

/**
 * tori_editor_subject_begin:
 * @self: a subject
 * @step: what is going to be done
 *
 * Begins a step that changes something in the year's entry.
 *
 * Returns: (transfer none): the entry, made by the step if there was none
 */
ToriEntry *
tori_editor_subject_begin (ToriEditorSubject *self, ToriStep step)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SUBJECT (self), NULL);

  tori_history_begin (self->history, step);
  return tori_edit_ensure_entry (self->history, self->initiative, self->year);
}

void
tori_editor_subject_end (ToriEditorSubject *self)
{
  g_return_if_fail (TORI_IS_EDITOR_SUBJECT (self));

  tori_history_end (self->history);
}
