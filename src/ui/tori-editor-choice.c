/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-choice.h"

#include "model/tori-year-words.h"
#include "ui/tori-spoken-name.h"

/*
 * One of a few (a state, a level, a year) from a list that drops down. It says when the user chooses, and
 * only then: what it is told to show is not a choice.
 */
struct _ToriEditorChoice
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  GtkStringList *names;
  guint shown;   /* the place that it was told to show, or that the user chose last */
  GStrv details; /* what each choice means, below its name in the list; NULL when there is nothing to say */
  gboolean filling;
  gboolean years; /* it chooses a fiscal year */
  GArray *values; /* of int: the year of each choice, 0 for none */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriEditorChoice, tori_editor_choice, ADW_TYPE_BIN)

static void
selected_cb (ToriEditorChoice *self)
{
  const guint position = gtk_drop_down_get_selected (self->drop_down);

  if (position == GTK_INVALID_LIST_POSITION || position == self->shown || self->filling)
    return;
  self->shown = position;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 self->years ? g_array_index (self->values, int, position) : (int) position);
}

static void
setup_cb (ToriEditorChoice *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (detail), 40);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (ToriEditorChoice *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *detail = gtk_widget_get_next_sibling (name);
  const guint position = gtk_list_item_get_position (item);
  const char *text = self->details == NULL ? "" : self->details[position];

  gtk_label_set_label (GTK_LABEL (name), gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_label (GTK_LABEL (detail), text);
  gtk_widget_set_visible (detail, *text != '\0');
  if (position == gtk_drop_down_get_selected (self->drop_down))
    gtk_widget_add_css_class (name, "heading");
  else
    gtk_widget_remove_css_class (name, "heading");
}

static void
tori_editor_choice_finalize (GObject *object)
{
  ToriEditorChoice *self = TORI_EDITOR_CHOICE (object);

  g_object_unref (self->names);
  g_strfreev (self->details);
  g_array_unref (self->values);

  G_OBJECT_CLASS (tori_editor_choice_parent_class)->finalize (object);
}

static void
tori_editor_choice_class_init (ToriEditorChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_editor_choice_finalize;

  /**
   * ToriEditorChoice::chosen:
   * @self: a choice
   * @value: the place of what the user chose, or the fiscal year if it chooses years (0 for none)
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TORI_TYPE_EDITOR_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tori_editor_choice_init (ToriEditorChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->values = g_array_new (FALSE, FALSE, sizeof (int));
  self->names = gtk_string_list_new (NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_list_factory (self->drop_down, factory);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

/**
 * tori_editor_choice_new:
 * @label: its name for a screen reader
 *
 * Returns: a choice among nothing yet
 */
GtkWidget *
tori_editor_choice_new (const char *label)
{
  ToriEditorChoice *self = g_object_new (TORI_TYPE_EDITOR_CHOICE, NULL);

  tori_spoken_name_drop_down (self->drop_down, label);
  return GTK_WIDGET (self);
}

static gboolean
has_names (ToriEditorChoice *self, const char *const *names)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  if (g_strv_length ((char **) names) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->names, i), names[i]))
      return FALSE;
  return TRUE;
}

/**
 * tori_editor_choice_set_choices:
 * @self: a choice
 * @names: the choices
 * @details: (nullable): what each of them means, as many as @names; "" for one that needs no explanation
 */
void
tori_editor_choice_set_choices (ToriEditorChoice *self, const char *const *names, const char *const *details)
{
  g_return_if_fail (TORI_IS_EDITOR_CHOICE (self));

  g_strfreev (self->details);
  self->details = g_strdupv ((char **) details);
  if (has_names (self, names)) /* an open list stays as it is */
    return;
  self->filling = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), names);
  self->filling = FALSE;
  self->shown = gtk_drop_down_get_selected (self->drop_down);
}

/**
 * tori_editor_choice_set_selected:
 * @self: a choice
 * @position: which one is shown
 */
void
tori_editor_choice_set_selected (ToriEditorChoice *self, guint position)
{
  g_return_if_fail (TORI_IS_EDITOR_CHOICE (self));

  self->shown = position;
  gtk_drop_down_set_selected (self->drop_down, position);
}

guint
tori_editor_choice_get_selected (ToriEditorChoice *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR_CHOICE (self), GTK_INVALID_LIST_POSITION);

  return gtk_drop_down_get_selected (self->drop_down);
}

/**
 * tori_editor_choice_new_years:
 * @label: its name for a screen reader
 *
 * Returns: a choice among fiscal years; filled by tori_editor_choice_set_year()
 */
GtkWidget *
tori_editor_choice_new_years (const char *label)
{
  GtkWidget *choice = tori_editor_choice_new (label);

  TORI_EDITOR_CHOICE (choice)->years = TRUE;
  return choice;
}

/**
 * tori_editor_choice_set_year:
 * @self: a choice among years
 * @plan: the plan whose years can be chosen
 * @year: the year that is shown, 0 for none; it can be chosen even if it is not one of the plan's
 * @none: (nullable): how the choice of no year is called, NULL when there must be one
 */
void
tori_editor_choice_set_year (ToriEditorChoice *self, ToriPlan *plan, int year, const char *none)
{
  const ToriYears *years = tori_plan_get_years (plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int first = years == NULL ? tori_plan_get_year (plan) : years->first;
  int last = years == NULL ? tori_plan_get_year (plan) : years->last;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TORI_IS_EDITOR_CHOICE (self));
  g_return_if_fail (self->years);

  g_array_set_size (self->values, 0);
  if (none != NULL || year == 0)
    {
      const int no_year = 0;

      g_array_append_val (self->values, no_year);
      g_ptr_array_add (names, g_strdup (none == NULL ? "" : none));
    }
  if (year != 0)
    {
      first = MIN (first, year);
      last = MAX (last, year);
    }
  for (int each = first; each <= last; each++)
    {
      g_array_append_val (self->values, each);
      g_ptr_array_add (names, tori_year_words (plan, each));
    }
  g_ptr_array_add (names, NULL);
  for (guint i = 0; i < self->values->len; i++)
    if (g_array_index (self->values, int, i) == year)
      selected = i;
  tori_editor_choice_set_choices (self, (const char *const *) names->pdata, NULL);
  tori_editor_choice_set_selected (self, selected);
}
