/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-section.h"

/*
 * One part of the editor's page: a card with a title, buttons beside the title, and fields below. Each kind
 * of part is a class of its own that builds its fields and knows one thing more: how to follow the subject.
 */
typedef struct
{
  ToriEditorSubject *subject;
  GtkBox *box;
  GtkBox *header; /* there only when the section has a title */
  GtkWidget *title;
} ToriEditorSectionPrivate;

typedef enum
{
  PROP_SUBJECT = 1
} ToriEditorSectionProp;

static GParamSpec *props[PROP_SUBJECT + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ToriEditorSection, tori_editor_section, ADW_TYPE_BIN)

static ToriEditorSectionPrivate *
get_private (ToriEditorSection *self)
{
  return tori_editor_section_get_instance_private (self);
}

static void
follow_cb (ToriEditorSection *self, ToriRecord *source, gpointer field)
{
  TORI_EDITOR_SECTION_GET_CLASS (self)->follow (self, source, field);
}

static void
tori_editor_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorSectionProp) id)
    {
    case PROP_SUBJECT:
      g_value_set_object (value, get_private (TORI_EDITOR_SECTION (object))->subject);
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorSectionProp) id)
    {
    case PROP_SUBJECT:
      get_private (TORI_EDITOR_SECTION (object))->subject = g_value_dup_object (value);
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_section_constructed (GObject *object)
{
  ToriEditorSectionPrivate *priv = get_private (TORI_EDITOR_SECTION (object));

  G_OBJECT_CLASS (tori_editor_section_parent_class)->constructed (object);

  g_signal_connect_object (priv->subject, "follow", G_CALLBACK (follow_cb), object, G_CONNECT_SWAPPED);
}

static void
tori_editor_section_dispose (GObject *object)
{
  g_clear_object (&get_private (TORI_EDITOR_SECTION (object))->subject);

  G_OBJECT_CLASS (tori_editor_section_parent_class)->dispose (object);
}

static void
tori_editor_section_class_init (ToriEditorSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_editor_section_get_property;
  object_class->set_property = tori_editor_section_set_property;
  object_class->constructed = tori_editor_section_constructed;
  object_class->dispose = tori_editor_section_dispose;

  props[PROP_SUBJECT] =
      g_param_spec_object ("subject", NULL, NULL, TORI_TYPE_EDITOR_SUBJECT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_editor_section_init (ToriEditorSection *self)
{
  ToriEditorSectionPrivate *priv = get_private (self);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "tori-section");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->box));
}

/**
 * tori_editor_section_get_subject:
 * @self: a section
 *
 * Returns: (transfer none): what the editor shows
 */
ToriEditorSubject *
tori_editor_section_get_subject (ToriEditorSection *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SECTION (self), NULL);

  return get_private (self)->subject;
}

/**
 * tori_editor_section_set_title:
 * @self: a section without a title
 * @title: its title
 */
void
tori_editor_section_set_title (ToriEditorSection *self, const char *title)
{
  ToriEditorSectionPrivate *priv = get_private (self);

  g_return_if_fail (TORI_IS_EDITOR_SECTION (self));
  g_return_if_fail (priv->title == NULL);

  priv->title = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->title), TRUE);
  gtk_widget_set_hexpand (priv->title, TRUE);
  gtk_widget_add_css_class (priv->title, "heading");
  priv->header = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (priv->header, priv->title);
  gtk_box_prepend (priv->box, GTK_WIDGET (priv->header));
}

GtkWidget *
tori_editor_section_get_title_label (ToriEditorSection *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_SECTION (self), NULL);

  return get_private (self)->title;
}

/**
 * tori_editor_section_add:
 * @self: a section
 * @child: what comes below everything else in it
 */
void
tori_editor_section_add (ToriEditorSection *self, GtkWidget *child)
{
  g_return_if_fail (TORI_IS_EDITOR_SECTION (self));

  gtk_box_append (get_private (self)->box, child);
}

/**
 * tori_editor_section_add_button:
 * @self: a section with a title
 * @button: what stands beside the title
 */
void
tori_editor_section_add_button (ToriEditorSection *self, GtkWidget *button)
{
  g_return_if_fail (TORI_IS_EDITOR_SECTION (self));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (get_private (self)->header, button);
}

/**
 * tori_editor_section_follow:
 * @self: a section
 *
 * Shows all of the subject.
 */
void
tori_editor_section_follow (ToriEditorSection *self)
{
  g_return_if_fail (TORI_IS_EDITOR_SECTION (self));

  if (tori_editor_subject_get_initiative (get_private (self)->subject) != NULL)
    TORI_EDITOR_SECTION_GET_CLASS (self)->follow (self, NULL, NULL);
}

/**
 * tori_editor_label:
 * @label: the name of a field
 * @field: the field
 *
 * Returns: the field with its name above, which also names it for a screen reader
 */
GtkWidget *
tori_editor_label (const char *label, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL,
                                  -1);
  return box;
}
