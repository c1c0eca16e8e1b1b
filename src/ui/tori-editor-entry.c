/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-entry.h"

#include "ui/tori-reason.h"

/*
 * A short value that is typed and may be refused: a number, a figure, a name. What is refused stays in the
 * entry with the reason below it, so that nothing typed is lost; the plan keeps what it had.
 *
 * It is written at every key, or when it is complete: on Return and when the focus leaves.
 */
struct _ToriEditorEntry
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkLabel *reason;
  ToriEditorEntryWrite write;
  gpointer owner;  /* unowned, outlives the entry */
  int least_width; /* in letters */
  gboolean at_once;
  gboolean composing;
  gboolean showing; /* what it is told to show is no change */
  char *shown;      /* what the plan holds */
};

G_DEFINE_FINAL_TYPE (ToriEditorEntry, tori_editor_entry, ADW_TYPE_BIN)

#define LEAST_WIDTH 9
#define MOST_WIDTH 36

static void
set_reason (ToriEditorEntry *self, const char *reason)
{
  tori_reason_tell (GTK_WIDGET (self->reason), GTK_WIDGET (self->entry), reason);
}

/* As wide as its content, up to a point: nothing short is cut off. */
static void
show_width (ToriEditorEntry *self)
{
  int width = 1;

  for (const char *at = gtk_editable_get_text (GTK_EDITABLE (self->entry)); *at != '\0';
       at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  width = CLAMP (width, self->least_width, MOST_WIDTH);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), width);
}

static void
changed_cb (ToriEditorEntry *self)
{
  show_width (self);
  if (self->showing || self->composing)
    return;
  if (self->at_once)
    tori_editor_entry_write (self);
  else
    set_reason (self, NULL);
}

static void
preedit_changed_cb (ToriEditorEntry *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
tori_editor_entry_finalize (GObject *object)
{
  g_free (TORI_EDITOR_ENTRY (object)->shown);

  G_OBJECT_CLASS (tori_editor_entry_parent_class)->finalize (object);
}

static void
tori_editor_entry_class_init (ToriEditorEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_editor_entry_finalize;
}

static void
tori_editor_entry_init (ToriEditorEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkEditable *text;

  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->reason = GTK_LABEL (tori_reason_new ());
  self->shown = g_strdup ("");
  self->least_width = LEAST_WIDTH;
  text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  gtk_entry_set_attributes (self->entry, attributes);
  gtk_label_set_max_width_chars (self->reason, 30);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  adw_bin_set_child (ADW_BIN (self), box);

  /* Not ::changed, which is emitted twice when a selection is replaced. */
  g_signal_connect_object (self->entry, "notify::text", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (tori_editor_entry_write), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tori_editor_entry_write), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  show_width (self);
}

/**
 * tori_editor_entry_new:
 * @write: puts what was typed into the plan
 * @owner: given to @write; outlives the entry
 * @at_once: whether to write at every key; else when the user has finished
 *
 * Returns: an empty entry
 */
GtkWidget *
tori_editor_entry_new (ToriEditorEntryWrite write, gpointer owner, gboolean at_once)
{
  ToriEditorEntry *self = g_object_new (TORI_TYPE_EDITOR_ENTRY, NULL);

  self->write = write;
  self->owner = owner;
  self->at_once = at_once;
  return GTK_WIDGET (self);
}

/**
 * tori_editor_entry_set_least_width:
 * @self: an entry
 * @least_width: how many narrow letters it has room for at least
 */
void
tori_editor_entry_set_least_width (ToriEditorEntry *self, int least_width)
{
  g_return_if_fail (TORI_IS_EDITOR_ENTRY (self));

  self->least_width = least_width;
  show_width (self);
}

/**
 * tori_editor_entry_set_text:
 * @self: an entry
 * @text: what the plan holds; what is being typed stays if that has not changed
 */
void
tori_editor_entry_set_text (ToriEditorEntry *self, const char *text)
{
  g_return_if_fail (TORI_IS_EDITOR_ENTRY (self));

  if (g_str_equal (self->shown, text))
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  set_reason (self, NULL);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->showing = FALSE;
}

/**
 * tori_editor_entry_write:
 * @self: an entry
 *
 * Puts what was typed into the plan, if it is not there yet.
 */
void
tori_editor_entry_write (ToriEditorEntry *self)
{
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (TORI_IS_EDITOR_ENTRY (self));

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (!g_str_equal (text, self->shown))
    reason = self->write (self->owner, text);
  set_reason (self, reason);
}

GtkWidget *
tori_editor_entry_get_entry (ToriEditorEntry *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_ENTRY (self), NULL);

  return GTK_WIDGET (self->entry);
}

/**
 * tori_editor_entry_get_reason:
 * @self: an entry
 *
 * Returns: why what was typed is not in the plan, "" when it is
 */
const char *
tori_editor_entry_get_reason (ToriEditorEntry *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_ENTRY (self), "");

  return gtk_label_get_label (self->reason);
}
