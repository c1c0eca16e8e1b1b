/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-length-row.h"

#include <glib/gi18n.h>

/* A length on paper in millimetres, or "Automatic" one step below the least. */
struct _ToriLengthRow
{
  AdwActionRow parent_instance;

  double min;
  GtkSpinButton *spin;
};

typedef enum
{
  PROP_LENGTH = 1
} ToriLengthRowProp;

static GParamSpec *props[PROP_LENGTH + 1];

G_DEFINE_FINAL_TYPE (ToriLengthRow, tori_length_row, ADW_TYPE_ACTION_ROW)

static const char *
get_automatic (void)
{
  /* Translators: a length on paper that suits what is printed. */
  return C_ ("length", "Automatic");
}

static gboolean
output_cb (ToriLengthRow *self)
{
  const double length = tori_length_row_get_length (self);
  /* Translators: a length on paper, in millimetres. */
  g_autofree char *text = length > 0 ? g_strdup_printf (_ ("%g mm"), length) : g_strdup (get_automatic ());

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);
  return TRUE;
}

/* A number, with a unit or without, in wide letters too; anything else is automatic. */
static int
input_cb (ToriLengthRow *self, double *value)
{
  g_autofree char *text =
      g_utf8_normalize (gtk_editable_get_text (GTK_EDITABLE (self->spin)), -1, G_NORMALIZE_ALL_COMPOSE);
  char *end;
  const double length = g_strtod (text, &end);

  *value = end == text || length <= 0 ? self->min - 1 : MAX (length, self->min);
  return TRUE;
}

static void
value_cb (ToriLengthRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LENGTH]);
}

static void
tori_length_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriLengthRowProp) id)
    {
    case PROP_LENGTH:
      g_value_set_double (value, tori_length_row_get_length (TORI_LENGTH_ROW (object)));
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_length_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriLengthRowProp) id)
    {
    case PROP_LENGTH:
      tori_length_row_set_length (TORI_LENGTH_ROW (object), g_value_get_double (value));
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_length_row_class_init (ToriLengthRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_length_row_get_property;
  object_class->set_property = tori_length_row_set_property;

  props[PROP_LENGTH] =
      g_param_spec_double ("length", NULL, NULL, 0, G_MAXDOUBLE, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_length_row_init (ToriLengthRow *self)
{
}

/**
 * tori_length_row_new:
 * @title: what is so long
 * @min: the least length, in millimetres; more than 1
 * @max: the greatest
 *
 * Returns: the row
 */
GtkWidget *
tori_length_row_new (const char *title, double min, double max)
{
  ToriLengthRow *self = g_object_new (TORI_TYPE_LENGTH_ROW, "title", title, NULL);

  self->min = min;
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (min - 1, max, 1));
  gtk_spin_button_set_digits (self->spin, 1);
  gtk_spin_button_set_numeric (self->spin, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 7);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  g_signal_connect_object (self->spin, "output", G_CALLBACK (output_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "input", G_CALLBACK (input_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  gtk_spin_button_update (self->spin);
  return GTK_WIDGET (self);
}

/**
 * tori_length_row_get_length:
 * @self: a row
 *
 * Returns: the length in millimetres; 0 is automatic
 */
double
tori_length_row_get_length (ToriLengthRow *self)
{
  double value;

  g_return_val_if_fail (TORI_IS_LENGTH_ROW (self), 0);

  value = gtk_spin_button_get_value (self->spin);
  return value < self->min ? 0 : value;
}

/**
 * tori_length_row_set_length:
 * @self: a row
 * @length: the length in millimetres; 0 is automatic
 */
void
tori_length_row_set_length (ToriLengthRow *self, double length)
{
  g_return_if_fail (TORI_IS_LENGTH_ROW (self));

  gtk_spin_button_set_value (self->spin, length > 0 ? MAX (length, self->min) : self->min - 1);
}
