/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-year-row.h"

#include "model/tori-fiscal-year.h"
#include "model/tori-year-words.h"

/* A row for a fiscal year, which can be typed in any way in which people write one: 2017, H29, 平成29年度. */
struct _ToriYearRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;
};

typedef enum
{
  PROP_YEAR = 1
} ToriYearRowProp;

static GParamSpec *props[PROP_YEAR + 1];

G_DEFINE_FINAL_TYPE (ToriYearRow, tori_year_row, ADW_TYPE_ACTION_ROW)

static int
input_cb (GtkSpinButton *spin, double *value)
{
  int year;

  if (!tori_fiscal_year_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &year))
    return GTK_INPUT_ERROR;
  *value = year;
  return TRUE;
}

static gboolean
output_cb (GtkSpinButton *spin)
{
  g_autofree char *words = tori_year_words (NULL, gtk_spin_button_get_value_as_int (spin));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), words))
    gtk_editable_set_text (GTK_EDITABLE (spin), words);
  return TRUE;
}

static void
value_cb (ToriYearRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
}

static void
title_cb (ToriYearRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
tori_year_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriYearRowProp) id)
    {
    case PROP_YEAR: g_value_set_int (value, tori_year_row_get_year (TORI_YEAR_ROW (object))); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_year_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriYearRowProp) id)
    {
    case PROP_YEAR: tori_year_row_set_year (TORI_YEAR_ROW (object), g_value_get_int (value)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_year_row_class_init (ToriYearRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_year_row_get_property;
  object_class->set_property = tori_year_row_set_property;

  props[PROP_YEAR] =
      g_param_spec_int ("year", NULL, NULL, TORI_FISCAL_YEAR_MIN, TORI_FISCAL_YEAR_MAX, TORI_FISCAL_YEAR_MIN,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_year_row_init (ToriYearRow *self)
{
  self->spin =
      GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (TORI_FISCAL_YEAR_MIN, TORI_FISCAL_YEAR_MAX, 1));
  gtk_spin_button_set_numeric (self->spin, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 11);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  g_signal_connect (self->spin, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (self->spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  gtk_spin_button_update (self->spin);
}

int
tori_year_row_get_year (ToriYearRow *self)
{
  g_return_val_if_fail (TORI_IS_YEAR_ROW (self), 0);

  return gtk_spin_button_get_value_as_int (self->spin);
}

/**
 * tori_year_row_set_year:
 * @self: a row
 * @year: a fiscal year
 */
void
tori_year_row_set_year (ToriYearRow *self, int year)
{
  g_return_if_fail (TORI_IS_YEAR_ROW (self));

  gtk_spin_button_set_value (self->spin, year);
}
