/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-report.h"

G_BEGIN_DECLS

/* What a bare program knows of a table: the texts of its cells, the widths of its columns, the paper. */
typedef struct _BenchPaper BenchPaper;

typedef struct
{
  double wall, cpu; /* milliseconds */
} BenchTime;

BenchPaper *bench_paper_new (ToriPlan *plan, const ToriReportOptions *options);
void bench_paper_free (BenchPaper *self);
void bench_paper_draw (BenchPaper *self);
void bench_paper_write_html (BenchPaper *self, const char *path);

BenchTime bench_time_now (void);
void bench_time_take (const BenchTime *start, double *best_wall, double *best_cpu);
double bench_get_median (GArray *times);
guint bench_get_peak_memory (void);
guint bench_count_characters (ToriPlan *plan);
void bench_run_in (const char *folder, const char *line);
void bench_remove_folder (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPaper, bench_paper_free)

G_END_DECLS
