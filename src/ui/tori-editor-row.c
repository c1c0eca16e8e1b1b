/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-row.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-editor-row-drag.h"

/*
 * One record of a list in the editor (a topic, a block of text, an indicator), with the buttons that every
 * one of them has: a handle to drag it at, up, down, remove.
 */
typedef struct
{
  ToriEditorSubject *subject;
  ToriRecord *record; /* NULL while there is none */
  GtkWidget *handle, *up, *down, *remove;
} ToriEditorRowPrivate;

typedef enum
{
  PROP_SUBJECT = 1
} ToriEditorRowProp;

static GParamSpec *props[PROP_SUBJECT + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ToriEditorRow, tori_editor_row, ADW_TYPE_BIN)

static ToriEditorRowPrivate *
get_private (ToriEditorRow *self)
{
  return tori_editor_row_get_instance_private (self);
}

static gboolean
find_place (ToriEditorRow *self, ToriList **list, guint *position)
{
  ToriEditorRowPrivate *priv = get_private (self);

  *list = priv->record == NULL ? NULL : tori_record_get_list (priv->record);
  return *list != NULL && tori_list_find (*list, priv->record, position);
}

static void
move (ToriEditorRow *self, gboolean up)
{
  ToriEditorRowPrivate *priv = get_private (self);
  ToriList *list;
  guint position;

  if (!find_place (self, &list, &position)
      || (up ? position == 0 : position + 1 == tori_list_get_length (list)))
    return;
  tori_edit_move (tori_editor_subject_get_history (priv->subject),
                  TORI_EDITOR_ROW_GET_CLASS (self)->move_step, priv->record, list,
                  up ? position - 1 : position + 1);
}

/**
 * tori_editor_row_can_take:
 * @self: a row
 * @other: another row
 *
 * Returns: whether @other is of the same list, so that it can be put before or behind this one
 */
gboolean
tori_editor_row_can_take (ToriEditorRow *self, ToriEditorRow *other)
{
  ToriList *list, *other_list;
  guint position, other_position;

  g_return_val_if_fail (TORI_IS_EDITOR_ROW (self), FALSE);
  g_return_val_if_fail (TORI_IS_EDITOR_ROW (other), FALSE);

  return self != other && find_place (self, &list, &position)
         && find_place (other, &other_list, &other_position) && list == other_list;
}

/**
 * tori_editor_row_take:
 * @self: a row
 * @other: another row
 * @behind: where it goes
 *
 * Puts the record of another row of the same list before or behind that of this one.
 *
 * Returns: FALSE when it is no row of the same list
 */
gboolean
tori_editor_row_take (ToriEditorRow *self, ToriEditorRow *other, gboolean behind)
{
  ToriList *list;
  guint position, from;

  g_return_val_if_fail (TORI_IS_EDITOR_ROW (self), FALSE);

  if (!tori_editor_row_can_take (self, other))
    return FALSE;
  find_place (self, &list, &position);
  find_place (other, &list, &from);
  position += behind ? 1 : 0;
  if (from < position)
    position--; /* the places behind it move up */
  tori_edit_move (tori_editor_subject_get_history (get_private (self)->subject),
                  TORI_EDITOR_ROW_GET_CLASS (self)->move_step, get_private (other)->record, list, position);
  return TRUE;
}

/* From wherever in the row. Rows that stand in an order of their own leave the keys to others. */
static gboolean
move_cb (GtkWidget *widget, GVariant *up, gpointer data)
{
  ToriEditorRow *self = TORI_EDITOR_ROW (widget);

  if (TORI_EDITOR_ROW_GET_CLASS (self)->move_step == TORI_STEP_NONE)
    return FALSE;
  move (self, g_variant_get_boolean (up));
  return TRUE;
}

static void
up_cb (ToriEditorRow *self)
{
  move (self, TRUE);
}

static void
down_cb (ToriEditorRow *self)
{
  move (self, FALSE);
}

static void
remove_cb (ToriEditorRow *self)
{
  ToriEditorRowPrivate *priv = get_private (self);

  if (priv->record != NULL && tori_record_get_list (priv->record) != NULL)
    tori_edit_remove (tori_editor_subject_get_history (priv->subject),
                      TORI_EDITOR_ROW_GET_CLASS (self)->remove_step, priv->record);
}

static GtkWidget *
make_button (ToriEditorRow *self, GtkWidget *box, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tori-small");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
tori_editor_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorRowProp) id)
    {
    case PROP_SUBJECT: g_value_set_object (value, get_private (TORI_EDITOR_ROW (object))->subject); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorRowProp) id)
    {
    case PROP_SUBJECT: get_private (TORI_EDITOR_ROW (object))->subject = g_value_dup_object (value); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_row_dispose (GObject *object)
{
  ToriEditorRowPrivate *priv = get_private (TORI_EDITOR_ROW (object));

  g_clear_object (&priv->record);
  g_clear_object (&priv->subject);

  G_OBJECT_CLASS (tori_editor_row_parent_class)->dispose (object);
}

static void
tori_editor_row_class_init (ToriEditorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_editor_row_get_property;
  object_class->set_property = tori_editor_row_set_property;
  object_class->dispose = tori_editor_row_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Up, GDK_ALT_MASK, move_cb, "b", TRUE);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Down, GDK_ALT_MASK, move_cb, "b", FALSE);

  props[PROP_SUBJECT] =
      g_param_spec_object ("subject", NULL, NULL, TORI_TYPE_EDITOR_SUBJECT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_editor_row_init (ToriEditorRow *self)
{
}

ToriEditorSubject *
tori_editor_row_get_subject (ToriEditorRow *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_ROW (self), NULL);

  return get_private (self)->subject;
}

/**
 * tori_editor_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record that it shows, NULL while it waits for the first key
 */
gpointer
tori_editor_row_get_record (ToriEditorRow *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_ROW (self), NULL);

  return get_private (self)->record;
}

void
tori_editor_row_set_record (ToriEditorRow *self, gpointer record)
{
  g_return_if_fail (TORI_IS_EDITOR_ROW (self));

  g_set_object (&get_private (self)->record, record);
  tori_editor_row_follow (self);
}

/**
 * tori_editor_row_make_buttons:
 * @self: a row
 * @up: what the button for moving it up is called
 * @down: what the button for moving it down is called
 * @remove: what the button for removing it is called
 *
 * Returns: the buttons, to be put somewhere into the row
 */
GtkWidget *
tori_editor_row_make_buttons (ToriEditorRow *self, const char *up, const char *down, const char *remove)
{
  ToriEditorRowPrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (TORI_EDITOR_ROW_GET_CLASS (self)->move_step != TORI_STEP_NONE)
    {
      priv->handle = tori_editor_row_drag_new (self, _ ("Drag to another place"));
      gtk_box_append (GTK_BOX (box), priv->handle);
      priv->up = make_button (self, box, "go-up-symbolic", up, G_CALLBACK (up_cb));
      priv->down = make_button (self, box, "go-down-symbolic", down, G_CALLBACK (down_cb));
    }
  priv->remove = make_button (self, box, "user-trash-symbolic", remove, G_CALLBACK (remove_cb));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

/**
 * tori_editor_row_follow:
 * @self: a row
 *
 * Shows the record as it is now, and where it stands.
 */
void
tori_editor_row_follow (ToriEditorRow *self)
{
  ToriEditorRowPrivate *priv = get_private (self);
  ToriList *list;
  guint position = 0;
  const gboolean placed = find_place (self, &list, &position);
  const guint n = placed ? tori_list_get_length (list) : 0;

  if (priv->up != NULL)
    {
      gtk_widget_set_visible (priv->handle, n > 1);
      gtk_widget_set_visible (priv->up, n > 1);
      gtk_widget_set_visible (priv->down, n > 1);
      gtk_widget_set_sensitive (priv->up, position > 0);
      gtk_widget_set_sensitive (priv->down, position + 1 < n);
    }
  if (priv->remove != NULL)
    gtk_widget_set_visible (priv->remove, placed);
  TORI_EDITOR_ROW_GET_CLASS (self)->follow (self);
}
