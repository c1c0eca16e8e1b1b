/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-about.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-reason.h"
#include "ui/tori-reference-chooser.h"

/* Where the initiative stands in the plan, whatever the year: number, pillar, years, the pillars that list it
 * again, the initiative that it became part of. */
struct _ToriEditorAbout
{
  ToriEditorSection parent_instance;

  ToriEditorEntry *number;
  ToriEditorChoice *pillar;
  ToriEditorChoice *from;
  ToriEditorChoice *until;
  GtkWidget *reason; /* why the years are refused */
  ToriReferenceChooser *relisted;
  ToriReferenceChooser *merged_into;
};

G_DEFINE_FINAL_TYPE (ToriEditorAbout, tori_editor_about, TORI_TYPE_EDITOR_SECTION)

static ToriEditorSubject *
get_subject (ToriEditorAbout *self)
{
  return tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
}

static ToriHistory *
get_history (ToriEditorAbout *self)
{
  return tori_editor_subject_get_history (get_subject (self));
}

static ToriInitiative *
get_initiative (ToriEditorAbout *self)
{
  return tori_editor_subject_get_initiative (get_subject (self));
}

static ToriInitiative *
find_number (ToriPlan *plan, const char *number)
{
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        if (g_str_equal (tori_initiative_get_number (tori_list_get (initiatives, j)), number))
          return tori_list_get (initiatives, j);
    }
  return NULL;
}

static char *
write_number (gpointer owner, const char *text)
{
  ToriEditorAbout *self = owner;

  if (tori_edit_set_number (get_history (self), get_initiative (self), text))
    return NULL;
  /* Translators: below a number that another initiative has already; the second %s is that one's title. */
  return g_strdup_printf (
      _ ("Number %s is already that of “%s”. Give this one another."), text,
      tori_initiative_get_title (find_number (tori_editor_subject_get_plan (get_subject (self)), text)));
}

/* To the end of another pillar, which can't list it again then. */
static void
pillar_chosen_cb (ToriEditorAbout *self, int position)
{
  ToriInitiative *initiative = get_initiative (self);
  ToriPillar *pillar = tori_list_get (
      tori_plan_get_pillars (tori_editor_subject_get_plan (get_subject (self))), (guint) position);
  const char *const *relisted = tori_initiative_get_relisted (initiative);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (tori_record_get_parent (TORI_RECORD (initiative)) == TORI_RECORD (pillar))
    return;
  for (guint i = 0; relisted[i] != NULL; i++)
    if (!g_str_equal (relisted[i], tori_record_get_id (TORI_RECORD (pillar))))
      g_strv_builder_add (rest, relisted[i]);
  strv = g_strv_builder_end (rest);
  tori_history_begin (get_history (self), TORI_STEP_MOVE_INITIATIVE);
  tori_edit_move (get_history (self), TORI_STEP_MOVE_INITIATIVE, initiative,
                  tori_pillar_get_initiatives (pillar),
                  tori_list_get_length (tori_pillar_get_initiatives (pillar)));
  tori_history_set_strv (get_history (self), initiative, "relisted", (const char *const *) strv);
  tori_history_end (get_history (self));
}

static void
show_years (ToriEditorAbout *self)
{
  ToriPlan *plan = tori_editor_subject_get_plan (get_subject (self));
  ToriInitiative *initiative = get_initiative (self);

  /* Translators: choices for the first and the last fiscal year of an initiative. */
  tori_editor_choice_set_year (self->from, plan, tori_initiative_get_from (initiative),
                               _ ("The plan's first"));
  tori_editor_choice_set_year (self->until, plan, tori_initiative_get_until (initiative),
                               _ ("The plan's last"));
  tori_reason_tell (self->reason, NULL, NULL);
}

static void
set_years (ToriEditorAbout *self, int from, int until)
{
  if (from != 0 && until != 0 && from > until)
    {
      show_years (self);
      tori_reason_tell (self->reason, NULL,
                        _ ("The first year would be after the last. Change the other one first."));
      return;
    }
  tori_history_begin (get_history (self), TORI_STEP_YEARS);
  tori_history_set_int (get_history (self), get_initiative (self), "from", from);
  tori_history_set_int (get_history (self), get_initiative (self), "until", until);
  tori_history_end (get_history (self));
  show_years (self);
}

static void
from_chosen_cb (ToriEditorAbout *self, int year)
{
  set_years (self, year, tori_initiative_get_until (get_initiative (self)));
}

static void
until_chosen_cb (ToriEditorAbout *self, int year)
{
  set_years (self, tori_initiative_get_from (get_initiative (self)), year);
}

static void
relisted_chosen_cb (ToriEditorAbout *self, const char *const *ids)
{
  tori_history_begin (get_history (self), TORI_STEP_RELISTED);
  tori_history_set_strv (get_history (self), get_initiative (self), "relisted", ids);
  tori_history_end (get_history (self));
}

static void
merged_into_chosen_cb (ToriEditorAbout *self, const char *const *ids)
{
  tori_history_begin (get_history (self), TORI_STEP_MERGED_INTO);
  tori_history_set_text (get_history (self), get_initiative (self), "merged-into", ids[0]);
  tori_history_end (get_history (self));
}

static void
show_pillar (ToriEditorAbout *self)
{
  ToriList *pillars = tori_plan_get_pillars (tori_editor_subject_get_plan (get_subject (self)));
  ToriRecord *parent = tori_record_get_parent (TORI_RECORD (get_initiative (self)));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriRecord *pillar = tori_list_get (pillars, i);
      g_autofree char *name =
          tori_reference_pillars.get_name (get_subject (self), tori_record_get_id (pillar));

      g_strv_builder_add (names, name);
      if (pillar == parent)
        position = i;
    }
  strv = g_strv_builder_end (names);
  tori_editor_choice_set_choices (self->pillar, (const char *const *) strv, NULL);
  tori_editor_choice_set_selected (self->pillar, position);
}

static void
tori_editor_about_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriEditorAbout *self = TORI_EDITOR_ABOUT (section);
  ToriInitiative *initiative = get_initiative (self);
  const char *merged_into[] = { tori_initiative_get_merged_into (initiative), NULL };

  if (source != NULL && !TORI_IS_INITIATIVE (source) && !TORI_IS_PILLAR (source) && !TORI_IS_PLAN (source))
    return;
  tori_editor_entry_set_text (self->number, tori_initiative_get_number (initiative));
  show_pillar (self);
  show_years (self);
  tori_reference_chooser_set_ids (self->relisted, tori_initiative_get_relisted (initiative));
  tori_reference_chooser_set_ids (self->merged_into, merged_into);
}

static void
tori_editor_about_class_init (ToriEditorAboutClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_editor_about_follow;
}

static void
tori_editor_about_init (ToriEditorAbout *self)
{
}

static void
build_fields (ToriEditorAbout *self)
{
  self->number = TORI_EDITOR_ENTRY (tori_editor_entry_new (write_number, self, TRUE));
  tori_editor_entry_set_least_width (self->number, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tori_editor_entry_get_entry (self->number)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Number"), -1);
  self->pillar = TORI_EDITOR_CHOICE (tori_editor_choice_new (_ ("Pillar")));
  self->from = TORI_EDITOR_CHOICE (tori_editor_choice_new_years (_ ("First year")));
  self->until = TORI_EDITOR_CHOICE (tori_editor_choice_new_years (_ ("Last year")));
  self->reason = tori_reason_new ();
  self->relisted = TORI_REFERENCE_CHOOSER (
      tori_reference_chooser_new (get_subject (self), &tori_reference_pillars, _ ("Add Pillar"), TRUE));
  self->merged_into = TORI_REFERENCE_CHOOSER (tori_reference_chooser_new (
      get_subject (self), &tori_reference_initiatives, _ ("Choose Initiative"), FALSE));
  g_signal_connect_object (self->pillar, "chosen", G_CALLBACK (pillar_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "chosen", G_CALLBACK (from_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "chosen", G_CALLBACK (until_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relisted, "chosen", G_CALLBACK (relisted_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->merged_into, "chosen", G_CALLBACK (merged_into_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build (ToriEditorAbout *self)
{
  ToriEditorSection *section = TORI_EDITOR_SECTION (self);
  GtkWidget *facts = tori_group_box_new_wrap (18);
  GtkWidget *links = tori_group_box_new_wrap (18);

  build_fields (self);
  tori_editor_section_set_title (section, _ ("In all years"));
  tori_group_box_append (TORI_GROUP_BOX (facts), tori_editor_label (_ ("Number"), GTK_WIDGET (self->number)));
  tori_group_box_append (TORI_GROUP_BOX (facts), tori_editor_label (_ ("Pillar"), GTK_WIDGET (self->pillar)));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("First year"), GTK_WIDGET (self->from)));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("Last year"), GTK_WIDGET (self->until)));
  /* Translators: other pillars that list the initiative once more (再掲). */
  tori_group_box_append (TORI_GROUP_BOX (links),
                         tori_editor_label (_ ("Listed again in"), GTK_WIDGET (self->relisted)));
  /* Translators: the initiative that went on with this one (統合). */
  tori_group_box_append (TORI_GROUP_BOX (links),
                         tori_editor_label (_ ("Merged into"), GTK_WIDGET (self->merged_into)));
  tori_editor_section_add (section, facts);
  tori_editor_section_add (section, self->reason);
  tori_editor_section_add (section, links);
}

/**
 * tori_editor_about_new:
 * @subject: what the editor shows
 *
 * Returns: the card of what belongs to the initiative in all years
 */
GtkWidget *
tori_editor_about_new (ToriEditorSubject *subject)
{
  ToriEditorAbout *self = g_object_new (TORI_TYPE_EDITOR_ABOUT, "subject", subject, NULL);

  build (self);
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}
