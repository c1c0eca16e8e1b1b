/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-schedule.h"

#include <glib/gi18n.h>

#include "ui/tori-schedule-grid.h"

/* The initiative's schedule (工程), with the year shown marked. */
struct _ToriEditorSchedule
{
  ToriEditorSection parent_instance;

  ToriScheduleGrid *grid;
};

G_DEFINE_FINAL_TYPE (ToriEditorSchedule, tori_editor_schedule, TORI_TYPE_EDITOR_SECTION)

static void
tori_editor_schedule_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriEditorSubject *subject = tori_editor_section_get_subject (section);

  if (source == NULL) /* the rest it follows by itself */
    tori_schedule_grid_set (TORI_EDITOR_SCHEDULE (section)->grid, tori_editor_subject_get_history (subject),
                            tori_editor_subject_get_initiative (subject),
                            tori_editor_subject_get_year (subject));
}

static void
tori_editor_schedule_class_init (ToriEditorScheduleClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_editor_schedule_follow;
}

static void
tori_editor_schedule_init (ToriEditorSchedule *self)
{
}

/**
 * tori_editor_schedule_new:
 * @subject: what the editor shows
 *
 * Returns: the card of the schedule
 */
GtkWidget *
tori_editor_schedule_new (ToriEditorSubject *subject)
{
  ToriEditorSchedule *self = g_object_new (TORI_TYPE_EDITOR_SCHEDULE, "subject", subject, NULL);

  self->grid = TORI_SCHEDULE_GRID (tori_schedule_grid_new ());
  /* Translators: the title of the card with the schedule's arrows (工程). */
  tori_editor_section_set_title (TORI_EDITOR_SECTION (self), _ ("Schedule"));
  tori_editor_section_add (TORI_EDITOR_SECTION (self), GTK_WIDGET (self->grid));
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}
