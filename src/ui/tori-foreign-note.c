/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-foreign-note.h"

#include <glib/gi18n.h>

/* Below a field: the character in it that other systems can't show, and a button that writes what is meant.
 * It is there only while there is such a character. */
struct _ToriForeignNote
{
  AdwBin parent_instance;

  ToriTextField *field; /* unowned, stands beside */
  GtkLabel *words;
  GtkButton *replace;
};

G_DEFINE_FINAL_TYPE (ToriForeignNote, tori_foreign_note, ADW_TYPE_BIN)

static void
text_changed_cb (ToriForeignNote *self)
{
  g_autofree char *instead = NULL;
  g_autofree char *character =
      tori_foreign_marks_dup_found (tori_text_field_get_foreign (self->field), &instead);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), character != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->replace), instead != NULL);
  if (character == NULL)
    return;
  /* Translators: %s is a character. */
  words = g_strdup_printf (_ ("Other systems may not be able to show “%s”."), character);
  gtk_label_set_text (self->words, words);
  if (instead == NULL)
    return;
  /* Translators: a button; %s is the character that is meant. */
  label = g_strdup_printf (_ ("Write “%s”"), instead);
  gtk_button_set_label (self->replace, label);
}

static void
replace_cb (ToriForeignNote *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->field)); /* the button goes */
  gtk_widget_activate_action (GTK_WIDGET (self->field), "text.write-meant", NULL);
}

static void
tori_foreign_note_class_init (ToriForeignNoteClass *klass)
{
}

static void
tori_foreign_note_init (ToriForeignNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *replace = gtk_button_new ();

  self->words = GTK_LABEL (words);
  self->replace = GTK_BUTTON (replace);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "warning");
  gtk_widget_add_css_class (replace, "flat");
  gtk_widget_add_css_class (replace, "caption");
  gtk_widget_set_tooltip_text (replace, _ ("Write what is meant (F4)"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), replace);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (replace, "clicked", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_foreign_note_new:
 * @field: the field that it is about, which lives as long
 *
 * Returns: a note to be put below the field
 */
GtkWidget *
tori_foreign_note_new (ToriTextField *field)
{
  ToriForeignNote *self = g_object_new (TORI_TYPE_FOREIGN_NOTE, NULL);

  self->field = field;
  g_signal_connect_object (field, "notify::length", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  text_changed_cb (self);
  return GTK_WIDGET (self);
}
