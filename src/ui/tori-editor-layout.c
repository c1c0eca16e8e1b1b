/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-layout.h"

#include "ui/tori-em.h"

/* The two ways in which the editor places things that a grid or a box can't: texts side by side when there is
 * room, and fields that flow like words. */

struct _ToriColumnsLayout
{
  GtkLayoutManager parent_instance;

  int min_column_em; /* in the widget's own letters, so that large text stacks sooner */
  int spacing;
};

G_DEFINE_FINAL_TYPE (ToriColumnsLayout, tori_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_shown (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

/* The width of a column, 0 when they stand one above another. */
static int
get_column_width (ToriColumnsLayout *self, GtkWidget *widget, int width, guint n)
{
  int column;

  if (n < 2)
    return 0;
  column = (width - self->spacing * (int) (n - 1)) / (int) n;
  return column >= self->min_column_em * (int) tori_em (widget) ? column : 0;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
columns_measure (GtkLayoutManager *manager,
                 GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  ToriColumnsLayout *self = TORI_COLUMNS_LAYOUT (manager);
  const guint n = count_shown (widget);
  const int column = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0
                         ? get_column_width (self, widget, for_size, n)
                         : 0;
  const gboolean adds = orientation == GTK_ORIENTATION_VERTICAL && column == 0;

  *minimum = *natural = adds && n > 0 ? self->spacing * (int) (n - 1) : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, column > 0 ? column : for_size, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = adds ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = adds ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
columns_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  ToriColumnsLayout *self = TORI_COLUMNS_LAYOUT (manager);
  const int column = get_column_width (self, widget, width, count_shown (widget));
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = rtl ? width - column : 0, y = 0, rest = 0;

  if (column == 0)
    {
      columns_measure (manager, widget, GTK_ORIENTATION_VERTICAL, width, &y, &rest, NULL, NULL);
      rest = MAX (height - rest, 0);
      y = 0;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      if (column > 0)
        {
          gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, column, height }, -1);
          x += (rtl ? -1 : 1) * (column + self->spacing);
          continue;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &child_height, NULL, NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL)) /* the first of them has all of it */
        {
          child_height += rest;
          rest = 0;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, child_height }, -1);
      y += child_height + self->spacing;
    }
}

static void
tori_columns_layout_class_init (ToriColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = columns_measure;
  manager_class->allocate = columns_allocate;
}

static void
tori_columns_layout_init (ToriColumnsLayout *self)
{
}

/* --- As words in a line -------------------------------------------------------------------------------- */

struct _ToriWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ToriWrapLayout, tori_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Fills one line beginning at @first; gives the first child of the next line. */
static GtkWidget *
fill_line (ToriWrapLayout *self, GtkWidget *first, int width, int *line_height)
{
  int used = 0;

  *line_height = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      natural = MIN (natural, width);
      if (used > 0 && used + self->spacing + natural > width)
        return child;
      used += (used > 0 ? self->spacing : 0) + natural;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
      *line_height = MAX (*line_height, height);
    }
  return NULL;
}

static void
wrap_measure (GtkLayoutManager *manager,
              GtkWidget *widget,
              GtkOrientation orientation,
              int for_size,
              int *minimum,
              int *natural,
              int *minimum_baseline,
              int *natural_baseline)
{
  ToriWrapLayout *self = TORI_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      while (child != NULL)
        {
          child = fill_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
          *natural += height + (child == NULL ? 0 : self->spacing);
        }
      *minimum = *natural;
      return;
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
  *natural = MAX (*natural, *minimum);
}

static void
wrap_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  ToriWrapLayout *self = TORI_WRAP_LAYOUT (manager);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height, x = 0;
      GtkWidget *next = fill_line (self, child, width, &line_height);

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
          natural = MIN (natural, width);
          gtk_widget_size_allocate (
              child, &(GtkAllocation){ rtl ? width - x - natural : x, y, natural, line_height }, -1);
          x += natural + self->spacing;
        }
      y += line_height + self->spacing;
    }
}

static void
tori_wrap_layout_class_init (ToriWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = wrap_measure;
  manager_class->allocate = wrap_allocate;
}

static void
tori_wrap_layout_init (ToriWrapLayout *self)
{
}

/* --- The widget that is laid out ------------------------------------------------------------------------ */

struct _ToriGroupBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ToriGroupBox, tori_group_box, GTK_TYPE_WIDGET)

static void
tori_group_box_dispose (GObject *object)
{
  tori_group_box_clear (TORI_GROUP_BOX (object));

  G_OBJECT_CLASS (tori_group_box_parent_class)->dispose (object);
}

static void
tori_group_box_class_init (ToriGroupBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_group_box_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tori_group_box_init (ToriGroupBox *self)
{
}

/**
 * tori_group_box_new_columns:
 * @min_column_em: how wide a column must be at least, in sizes of the widget's letters
 * @spacing: between the children, in pixels
 *
 * Returns: a box whose children stand side by side where there is room, else one above another
 */
GtkWidget *
tori_group_box_new_columns (int min_column_em, int spacing)
{
  GtkWidget *box = g_object_new (TORI_TYPE_GROUP_BOX, NULL);
  ToriColumnsLayout *layout = g_object_new (TORI_TYPE_COLUMNS_LAYOUT, NULL);

  layout->min_column_em = min_column_em;
  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}

/**
 * tori_group_box_new_wrap:
 * @spacing: between the children and between the lines, in pixels
 *
 * Returns: a box whose children flow as words do
 */
GtkWidget *
tori_group_box_new_wrap (int spacing)
{
  GtkWidget *box = g_object_new (TORI_TYPE_GROUP_BOX, NULL);
  ToriWrapLayout *layout = g_object_new (TORI_TYPE_WRAP_LAYOUT, NULL);

  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}

void
tori_group_box_append (ToriGroupBox *self, GtkWidget *child)
{
  g_return_if_fail (TORI_IS_GROUP_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
tori_group_box_clear (ToriGroupBox *self)
{
  GtkWidget *child;

  g_return_if_fail (TORI_IS_GROUP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
