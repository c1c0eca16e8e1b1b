/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the clocks were, in microseconds. */
typedef struct
{
  gint64 wall, cpu;
} ToriMark;

typedef struct
{
  GArray *wall, *cpu; /* double: milliseconds */
} ToriSeries;

ToriMark tori_bench_begin (void);
void tori_bench_pause (guint milliseconds);
void tori_series_init (ToriSeries *self);
void tori_series_take (ToriSeries *self, const ToriMark *mark, GtkWidget *window);
void tori_series_print (ToriSeries *self, const char *name, guint n);

G_END_DECLS
