/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-former-bar.h"

#include <glib/gi18n.h>

#include "model/tori-former.h"
#include "model/tori-year-words.h"
#include "ui/tori-editor-layout.h"

/* Above the three texts: what can be done with those of the year before. It is there only when there are any.
 */
struct _ToriFormerBar
{
  ToriEditorSection parent_instance;

  GtkWidget *toggle;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (ToriFormerBar, tori_former_bar, TORI_TYPE_EDITOR_SECTION)

static void
tori_former_bar_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriFormerBar *self = TORI_FORMER_BAR (section);
  ToriEditorSubject *subject = tori_editor_section_get_subject (section);
  ToriEntry *former = tori_editor_subject_get_former (subject);
  g_autofree char *year = NULL;
  g_autofree char *show = NULL;
  g_autofree char *copy = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), former != NULL);
  if (former == NULL)
    return;
  gtk_widget_set_visible (self->copy, tori_former_can_copy (tori_editor_subject_get_initiative (subject),
                                                            tori_editor_subject_get_year (subject)));
  year = tori_year_words (tori_editor_subject_get_plan (subject), tori_entry_get_year (former));
  /* Translators: a button that shows what was written in a former year beside the texts; %s is a fiscal year.
   */
  show = g_strdup_printf (_ ("Show %s Beside"), year);
  /* Translators: a button that copies the texts of a former year; %s is a fiscal year. */
  copy = g_strdup_printf (_ ("Copy %s into Blank Texts"), year);
  gtk_button_set_label (GTK_BUTTON (self->toggle), show);
  gtk_button_set_label (GTK_BUTTON (self->copy), copy);
}

static void
tori_former_bar_class_init (ToriFormerBarClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_former_bar_follow;
}

static void
tori_former_bar_init (ToriFormerBar *self)
{
  GtkWidget *bar = tori_group_box_new_wrap (6);

  self->toggle = gtk_toggle_button_new ();
  self->copy = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy), "editor.copy-former");
  gtk_widget_set_tooltip_text (self->toggle, _ ("Read what was written before beside the texts (F8)"));
  gtk_widget_set_tooltip_text (
      self->copy,
      _ ("Fill the texts in which nothing is written yet; each copy is marked until it is edited"));
  tori_group_box_append (TORI_GROUP_BOX (bar), self->toggle);
  tori_group_box_append (TORI_GROUP_BOX (bar), self->copy);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "card");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "tori-section");
  tori_editor_section_add (TORI_EDITOR_SECTION (self), bar);
}

/**
 * tori_former_bar_new:
 * @subject: what the editor shows
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
tori_former_bar_new (ToriEditorSubject *subject)
{
  ToriFormerBar *self = g_object_new (TORI_TYPE_FORMER_BAR, "subject", subject, NULL);

  g_object_bind_property (subject, "shows-former", self->toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}
