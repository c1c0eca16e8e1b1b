/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-reference-chooser.h"

#include <glib/gi18n.h>

#include "ui/tori-editor-layout.h"
#include "ui/tori-reference-list.h"

/*
 * A member that refers to other things of the plan (the divisions in charge, a text's topics): what it refers
 * to as chips that can be taken away, and a button that opens the list of what can be added. It changes
 * nothing by itself, but says what the user chose.
 */
struct _ToriReferenceChooser
{
  AdwBin parent_instance;

  ToriEditorSubject *subject;
  const ToriReferenceKind *kind;
  ToriGroupBox *box;
  GtkMenuButton *add;
  char *label;
  gboolean several;
  GStrv ids;
  GStrv names; /* as the chips show them */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriReferenceChooser, tori_reference_chooser, ADW_TYPE_BIN)

#define CHIP_ID "tori-id"

static void
say_chosen (ToriReferenceChooser *self, GStrvBuilder *ids)
{
  g_auto (GStrv) strv = g_strv_builder_end (ids);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, strv);
}

static void
remove_cb (ToriReferenceChooser *self, GtkWidget *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), CHIP_ID);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!g_str_equal (self->ids[i], id))
      g_strv_builder_add (rest, self->ids[i]);
  say_chosen (self, rest);
}

static void
taken_cb (ToriReferenceChooser *self, const char *id, ToriReferenceList *list)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; self->several && self->ids[i] != NULL; i++)
    g_strv_builder_add (all, self->ids[i]);
  g_strv_builder_add (all, id);
  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (list));
  say_chosen (self, all);
}

static void
fill_list (ToriReferenceChooser *self)
{
  g_autoptr (GPtrArray) references = tori_reference_kind_collect (self->kind, self->subject);

  tori_reference_list_fill (TORI_REFERENCE_LIST (gtk_menu_button_get_popover (self->add)), references,
                            (const char *const *) self->ids);
}

/* The list is made when it is opened: there may be many choosers, and much to choose from. */
static void
open_cb (GtkMenuButton *button, gpointer data)
{
  ToriReferenceChooser *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      GtkWidget *list = tori_reference_list_new (self->label);

      g_signal_connect_object (list, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, list);
    }
  fill_list (self);
}

static GtkWidget *
make_chip (ToriReferenceChooser *self, const char *id, const char *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: on the button that takes away a division, a topic, … %s is its name. */
  g_autofree char *what = g_strdup_printf (_ ("Remove %s"), name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (remove, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "tori-chip");
  g_object_set_data_full (G_OBJECT (remove), CHIP_ID, g_strdup (id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  return chip;
}

/* In words while there is nothing, a plain sign beside what there is. */
static void
show_add (ToriReferenceChooser *self)
{
  GtkWidget *content;

  if (*self->ids != NULL)
    {
      gtk_menu_button_set_icon_name (self->add, "list-add-symbolic");
      return;
    }
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), self->label);
  gtk_menu_button_set_child (self->add, content);
}

static void
show_chips (ToriReferenceChooser *self)
{
  GtkWidget *add = GTK_WIDGET (self->add);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  GtkWidget *child;

  gtk_widget_set_visible (add, TRUE);
  if (focus != NULL && focus != add) /* the chip that has the focus may be going */
    gtk_widget_grab_focus (add);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != add)
    gtk_widget_unparent (child);
  for (guint i = 0; self->ids[i] != NULL; i++)
    gtk_widget_insert_before (make_chip (self, self->ids[i], self->names[i]), GTK_WIDGET (self->box), add);
  show_add (self);
  if (self->several || *self->ids == NULL)
    return;
  if (focus != NULL)
    gtk_widget_child_focus (gtk_widget_get_first_child (GTK_WIDGET (self->box)), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (add, FALSE);
}

static void
tori_reference_chooser_dispose (GObject *object)
{
  g_clear_object (&TORI_REFERENCE_CHOOSER (object)->subject);

  G_OBJECT_CLASS (tori_reference_chooser_parent_class)->dispose (object);
}

static void
tori_reference_chooser_finalize (GObject *object)
{
  ToriReferenceChooser *self = TORI_REFERENCE_CHOOSER (object);

  g_strfreev (self->ids);
  g_strfreev (self->names);
  g_free (self->label);

  G_OBJECT_CLASS (tori_reference_chooser_parent_class)->finalize (object);
}

static void
tori_reference_chooser_class_init (ToriReferenceChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tori_reference_chooser_dispose;
  object_class->finalize = tori_reference_chooser_finalize;

  /**
   * ToriReferenceChooser::chosen:
   * @self: a chooser
   * @ids: what it is to refer to now
   *
   * The user added something or took something away.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TORI_TYPE_REFERENCE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
tori_reference_chooser_init (ToriReferenceChooser *self)
{
  self->ids = g_new0 (char *, 1);
  self->names = g_new0 (char *, 1);
  self->box = TORI_GROUP_BOX (tori_group_box_new_wrap (6));
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_menu_button_set_create_popup_func (self->add, open_cb, self, NULL);
  tori_group_box_append (self->box, GTK_WIDGET (self->add));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * tori_reference_chooser_new:
 * @subject: what the editor shows
 * @kind: what is referred to
 * @label: what the button for adding one says ("Add Division")
 * @several: whether it may refer to more than one
 *
 * Returns: a chooser that refers to nothing
 */
GtkWidget *
tori_reference_chooser_new (ToriEditorSubject *subject,
                            const ToriReferenceKind *kind,
                            const char *label,
                            gboolean several)
{
  ToriReferenceChooser *self = g_object_new (TORI_TYPE_REFERENCE_CHOOSER, NULL);

  self->subject = g_object_ref (subject);
  self->kind = kind;
  self->label = g_strdup (label);
  self->several = several;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), label);
  show_add (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * tori_reference_chooser_set_ids:
 * @self: a chooser
 * @ids: what it refers to
 *
 * To be called also when a name may have changed.
 */
void
tori_reference_chooser_set_ids (ToriReferenceChooser *self, const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GtkPopover *popover;

  g_return_if_fail (TORI_IS_REFERENCE_CHOOSER (self));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = self->kind->get_name (self->subject, ids[i]);

      g_strv_builder_add (builder, name == NULL ? ids[i] : name);
    }
  names = g_strv_builder_end (builder);
  if (g_strv_equal (ids, (const char *const *) self->ids)
      && g_strv_equal ((const char *const *) names, (const char *const *) self->names))
    return;
  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) ids);
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
  show_chips (self);
  popover = gtk_menu_button_get_popover (self->add);
  if (self->several && popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)))
    fill_list (self);
}

const char *const *
tori_reference_chooser_get_ids (ToriReferenceChooser *self)
{
  g_return_val_if_fail (TORI_IS_REFERENCE_CHOOSER (self), NULL);

  return (const char *const *) self->ids;
}
