/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-years.h"

#include "model/tori-year-words.h"
#include "ui/tori-schedule-grid-columns.h"

/* The header of the grid: the years above their columns, the shown one in bold. */
struct _ToriScheduleGridYears
{
  GtkWidget parent_instance;

  int first;
  int last;
};

G_DEFINE_FINAL_TYPE (ToriScheduleGridYears, tori_schedule_grid_years, GTK_TYPE_WIDGET)

/* The columns and where they begin. */
static ToriScheduleGridColumns
get_columns (ToriScheduleGridYears *self, int width, int *left)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int head = tori_schedule_grid_columns_get_head (widget, self->first, self->last, width);

  *left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : head;
  return tori_schedule_grid_columns_new (widget, self->first, self->last, width - head);
}

static GtkSizeRequestMode
tori_schedule_grid_years_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tori_schedule_grid_years_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  ToriScheduleGridYears *self = TORI_SCHEDULE_GRID_YEARS (widget);
  const int least = tori_schedule_grid_columns_get_minimum (widget, self->first, self->last);
  const int enough = tori_schedule_grid_columns_get_natural (widget, self->first, self->last);
  int year = self->first, left, width;
  ToriScheduleGridColumns columns;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (least, enough) : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  columns = get_columns (self, for_size < 0 ? MAX (least, enough) : MAX (least, for_size), &left);
  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label), year++)
    {
      int x, height;

      tori_schedule_grid_columns_place (&columns, year, year, &x, &width);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

static void
tori_schedule_grid_years_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriScheduleGridYears *self = TORI_SCHEDULE_GRID_YEARS (widget);
  int year = self->first, left;
  const ToriScheduleGridColumns columns = get_columns (self, width, &left);

  for (GtkWidget *label = gtk_widget_get_first_child (widget); label != NULL;
       label = gtk_widget_get_next_sibling (label), year++)
    {
      GtkAllocation place = { .height = height };

      tori_schedule_grid_columns_place (&columns, year, year, &place.x, &place.width);
      place.x += left;
      gtk_widget_size_allocate (label, &place, -1);
    }
}

static void
remove_labels (ToriScheduleGridYears *self)
{
  GtkWidget *label;

  while ((label = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (label);
}

static void
tori_schedule_grid_years_dispose (GObject *object)
{
  remove_labels (TORI_SCHEDULE_GRID_YEARS (object));

  G_OBJECT_CLASS (tori_schedule_grid_years_parent_class)->dispose (object);
}

static void
tori_schedule_grid_years_class_init (ToriScheduleGridYearsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_schedule_grid_years_dispose;
  widget_class->get_request_mode = tori_schedule_grid_years_get_request_mode;
  widget_class->measure = tori_schedule_grid_years_measure;
  widget_class->size_allocate = tori_schedule_grid_years_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tori_schedule_grid_years_init (ToriScheduleGridYears *self)
{
}

/**
 * tori_schedule_grid_years_new:
 *
 * Returns: (transfer floating): a header without years
 */
GtkWidget *
tori_schedule_grid_years_new (void)
{
  return g_object_new (TORI_TYPE_SCHEDULE_GRID_YEARS, NULL);
}

/**
 * tori_schedule_grid_years_set:
 * @self: a header
 * @plan: the plan, which has the rule by which its years are written
 * @first: the year of the first column
 * @last: the year of the last column
 * @year: the shown year
 */
void
tori_schedule_grid_years_set (ToriScheduleGridYears *self, ToriPlan *plan, int first, int last, int year)
{
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  g_return_if_fail (TORI_IS_SCHEDULE_GRID_YEARS (self));

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->first = first;
  self->last = last;
  remove_labels (self);
  for (int i = first; i <= last; i++)
    {
      g_autofree char *words = tori_year_words_column (plan, i);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      if (i == year)
        gtk_label_set_attributes (GTK_LABEL (label), bold);
      else
        gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
