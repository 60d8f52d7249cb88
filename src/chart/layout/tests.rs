//! The promises of the layout, held against random trees.

use proptest::prelude::*;

use super::*;
use crate::chart::geometry::stretches;
use crate::chart::route::Map;

/// A tree of up to 60 boxes with sizes between a name and a full page.
fn trees() -> impl Strategy<Value = (Tree, Vec<Size>, Shape)> {
    let node = (any::<prop::sample::Index>(), 20.0..300.0_f64, 10.0..400.0_f64);
    let shape = (1usize..9, prop_oneof![Just(f64::INFINITY), 50.0..1500.0_f64], any::<bool>());
    (prop::collection::vec(node, 1..60), shape).prop_map(|(nodes, (bands, stack, split))| {
        let parents: Vec<usize> =
            nodes.iter().enumerate().skip(1).map(|(index, (parent, ..))| parent.index(index)).collect();
        let sizes = nodes.iter().map(|(_, w, h)| Size { w: *w, h: *h }).collect();
        (Tree::new(&parents), sizes, Shape { bands, stack, split })
    })
}

/// Whether a box stands in a band.
fn banded(tree: &Tree, node: usize, shape: Shape) -> bool {
    tree.depth(node) < shape.bands
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_box_overlaps_another((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for (index, one) in drawn.boxes.iter().enumerate() {
            prop_assert!(one.x >= -1e-6 && one.y >= -1e-6);
            for other in &drawn.boxes[index + 1..] {
                prop_assert!(!one.overlaps(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn neighbours_in_a_band_keep_their_order_and_distance((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for node in 0..tree.len() {
            for pair in tree.children(node).windows(2) {
                let (left, right) = (drawn.boxes[pair[0]], drawn.boxes[pair[1]]);
                if banded(&tree, pair[0], shape) {
                    prop_assert!(left.right() + Gaps::CHART.sibling <= right.x + 1e-6);
                    prop_assert_eq!(left.y, right.y);
                } else {
                    prop_assert!(left.bottom() < right.y || left.x < right.x);
                }
            }
        }
    }

    #[test]
    fn parents_stand_over_the_middle_of_their_children((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for node in 0..tree.len() {
            let (Some(&first), Some(&last)) = (tree.children(node).first(), tree.children(node).last()) else { continue };
            if banded(&tree, first, shape) {
                let middle = f64::midpoint(drawn.boxes[first].middle(), drawn.boxes[last].middle());
                prop_assert!((drawn.boxes[node].middle() - middle).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn lines_join_parent_and_child_and_cross_no_box((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for (node, line) in drawn.lines.iter().enumerate() {
            let Some(parent) = tree.parent(node) else { continue };
            let (start, end) = (line[0], line[line.len() - 1]);
            let above = drawn.boxes[parent];
            let below = (start.y - above.bottom()).abs() < 1e-6 && start.x >= above.x && start.x <= above.right();
            let beside = (start.x - above.right()).abs() < 1e-6 && start.y >= above.y && start.y <= above.bottom();
            prop_assert!(below || beside);
            prop_assert!(end.y >= drawn.boxes[node].y - 1e-6 && end.x <= drawn.boxes[node].middle() + 1e-6);
            for stretch in stretches(line) {
                for rect in &drawn.boxes {
                    let inner = Rect { x: rect.x + 1e-3, y: rect.y + 1e-3, w: rect.w - 2e-3, h: rect.h - 2e-3 };
                    prop_assert!(!crosses(&stretch, &inner), "{stretch:?} {rect:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_into_a_later_column_leaves_at_the_foot_and_has_an_arrowhead((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for (node, line) in drawn.lines.iter().enumerate() {
            let Some(parent) = tree.parent(node) else { continue };
            let (above, below) = (drawn.boxes[parent], drawn.boxes[node]);
            let beside = (line[0].x - above.right()).abs() < 1e-6 && line[0].y < above.bottom() - 1e-6;
            prop_assert_eq!(beside, drawn.looks[node] == Rupa::Panah);
            if beside {
                prop_assert!(line[0].y >= above.y + above.h / 2.0 - 1e-6);
                let [.., before, end] = line[..] else { panic!("a line has two ends") };
                prop_assert!((end.x - below.x).abs() < 1e-6 && end.x - before.x > 6.0, "{line:?}");
            }
        }
    }

    #[test]
    fn lines_of_different_superiors_do_not_run_on_top_of_each_other_between_columns((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        // The lane before a box: its line's last upright stretch.
        let lane = |node: usize| {
            let line = &drawn.lines[node];
            (drawn.looks[node] == Rupa::Panah).then(|| stretches(&line[line.len() - 3..]).next()).flatten()
        };
        for one in 0..tree.len() {
            for other in 0..one {
                let (Some(a), Some(b)) = (lane(one), lane(other)) else { continue };
                if tree.parent(one) != tree.parent(other) && (a.x - b.x).abs() < 0.5 {
                    prop_assert!(a.bottom() <= b.y + 1e-6 || b.bottom() <= a.y + 1e-6, "{a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn a_dashed_line_joins_any_two_boxes_and_crosses_none(
        (tree, sizes, shape) in trees(),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        // Any two, but not the root.
        prop_assume!(tree.len() > 2);
        let (from, to) = (1 + from.index(tree.len() - 1), 1 + to.index(tree.len() - 2));
        let to = if to < from { to } else { to + 1 };
        let line = Map { tree: &tree, chart: &drawn, shape, gaps: &Gaps::CHART }.route(from, to);
        prop_assert!((line[0].x - drawn.boxes[from].right()).abs() < 1e-6);
        prop_assert!((line[line.len() - 1].x - drawn.boxes[to].right()).abs() < 1e-6);
        for stretch in stretches(&line) {
            prop_assert!(stretch.w < 1e-6 || stretch.h < 1e-6, "{stretch:?} is not upright");
            for rect in &drawn.boxes {
                let inner = Rect { x: rect.x + 1e-3, y: rect.y + 1e-3, w: rect.w - 2e-3, h: rect.h - 2e-3 };
                prop_assert!(!crosses(&stretch, &inner), "{stretch:?} {rect:?}");
            }
        }
    }

    #[test]
    fn no_box_reaches_into_an_aisle((tree, sizes, shape) in trees()) {
        let drawn = layout(&tree, &sizes, shape, &Gaps::CHART);
        for (upper, lower) in &drawn.aisles {
            for rect in &drawn.boxes {
                prop_assert!(rect.bottom() <= upper + 1e-6 || rect.y >= lower - 1e-6);
            }
        }
    }
}

/// Whether a stretch of a line runs through a box.
fn crosses(stretch: &Rect, rect: &Rect) -> bool {
    stretch.x < rect.right()
        && rect.x < stretch.right() + 1e-9
        && stretch.y < rect.bottom()
        && rect.y < stretch.bottom() + 1e-9
}

#[test]
fn a_chain_of_ten_thousand_does_not_exhaust_the_stack() {
    let tree = Tree::new(&(0..9_999).collect::<Vec<_>>());
    let sizes = vec![Size { w: 10.0, h: 10.0 }; tree.len()];
    for bands in [1, 3, 10_000] {
        let drawn = layout(&tree, &sizes, Shape { bands, stack: f64::INFINITY, split: false }, &Gaps::CHART);
        assert!(drawn.height > 100_000.0);
    }
}

#[test]
fn a_long_stack_breaks_into_columns_under_the_middle_of_its_superior() {
    let tree = Tree::new(&[0; 60]);
    let sizes = vec![Size { w: 100.0, h: 40.0 }; tree.len()];
    let drawn = layout(&tree, &sizes, Shape { bands: 1, stack: 500.0, split: false }, &Gaps::CHART);
    assert!(drawn.height < 600.0, "{}", drawn.height);
    assert!((drawn.boxes[0].middle() - drawn.width / 2.0).abs() < 1e-6);
}
