package io.workosjdbc.demo;

import java.util.List;

/** Objects by position, oldest first. */
interface Sequence {
  int size();

  /** The position of the object of that id, or -1. */
  int indexOf(String id);

  String idAt(int position);

  /** A view of a sorted list. */
  static Sequence of(List<? extends DemoObject> objects) {
    return new Sequence() {
      @Override
      public int size() {
        return objects.size();
      }

      @Override
      public int indexOf(String id) {
        for (int i = 0; i < objects.size(); i++) {
          if (objects.get(i).id().equals(id)) {
            return i;
          }
        }
        return -1;
      }

      @Override
      public String idAt(int position) {
        return objects.get(position).id();
      }
    };
  }
}
